"""python -m bot."""

import gc


def start() -> None:
    """Nothing made while starting is garbage; looking for it takes a tenth of the start. See app.settle."""
    gc.disable()
    from bot.cli import main

    main()


start()
