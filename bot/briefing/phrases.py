"""The bot's own sentences, from words/*.ftl."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from bot.report.model import Language

_WORDS = Path(__file__).parent / "words"


class Phrases:
    """The sentences of one language."""

    def __init__(self, language: Language, sources: Mapping[str, str]) -> None:
        """`sources` are texts by the name of their file.

        Raises ValueError when one is not Fluent, or when a sentence stands twice.
        """
        # 50 ms, and nothing is said before Telegram has been asked for messages.
        from fluent.runtime import FluentBundle, FluentResource
        from fluent.syntax.ast import Junk, Message

        self.language = language
        # Isolation marks are for mixed writing directions; here they would only be copied along.
        self._bundle = FluentBundle([language], use_isolating=False)
        known: set[str] = set()
        for name, source in sources.items():
            resource = FluentResource(source)
            junk = [entry.content or "" for entry in resource.body if isinstance(entry, Junk)]
            if junk:
                raise ValueError(f"{name}: not understood: {junk[0][:60]!r}")
            _note(known, (entry.id.name for entry in resource.body if isinstance(entry, Message)), name)
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


def _note(known: set[str], found: Iterable[str], file: str) -> None:
    for phrase in found:
        if phrase in known:
            raise ValueError(f"{file}: {phrase} stands twice")
        known.add(phrase)


def files_of(language: Language) -> tuple[Path, ...]:
    """`zh.ftl`, then every `*.zh.ftl`."""
    return (_WORDS / f"{language}.ftl", *sorted(_WORDS.glob(f"*.{language}.ftl")))


@cache
def phrases(language: Language) -> Phrases:
    """Read once a process; the files are part of the program."""
    return Phrases(language, {path.name: path.read_text(encoding="utf-8") for path in files_of(language)})
