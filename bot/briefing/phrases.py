"""The bot's own sentences, from words/*.ftl."""

from functools import cache
from pathlib import Path

from bot.report.model import Language

_WORDS = Path(__file__).parent / "words"


class Phrases:
    """The sentences of one language."""

    def __init__(self, language: Language, source: str) -> None:
        """Raises ValueError when the source is not Fluent."""
        # 50 ms, and nothing is said before Telegram has been asked for messages.
        from fluent.runtime import FluentBundle, FluentResource
        from fluent.syntax.ast import Junk

        self.language = language
        resource = FluentResource(source)
        junk = [entry.content or "" for entry in resource.body if isinstance(entry, Junk)]
        if junk:
            raise ValueError(f"{language}.ftl: not understood: {junk[0][:60]!r}")
        # Isolation marks are for mixed writing directions; here they would only be copied along.
        self._bundle = FluentBundle([language], use_isolating=False)
        self._bundle.add_resource(resource)

    def __call__(self, phrase: str, **values: str | int) -> str:
        """The sentence with its values put in; raises KeyError for an unknown phrase or a missing value."""
        message = self._bundle.get_message(phrase)
        if message.value is None:
            raise KeyError(phrase)
        text, errors = self._bundle.format_pattern(message.value, values)
        if errors:
            raise KeyError(f"{phrase}: {errors[0]}")
        return str(text)


@cache
def phrases(language: Language) -> Phrases:
    """Read once a process; the files are part of the program."""
    return Phrases(language, (_WORDS / f"{language}.ftl").read_text(encoding="utf-8"))
