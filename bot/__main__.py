"""python -m bot."""

import gc

# Nothing made while starting is garbage; looking for it takes a tenth of the start. app.settle() turns it on.
gc.disable()

from bot.cli import main  # noqa: E402

main()
