"""A briefing: what is said about one subject, as blocks of facts without markup."""

from dataclasses import dataclass, replace

from bot.report.model import Language, Voice

LONGEST_ADDRESS = 56  # bytes; a button has 64, for the page's number and language too


def first_language(voice: Voice) -> Language:
    """The one language of a voice where there is room for one sentence only."""
    return "en" if voice == "en" else "zh"


@dataclass(frozen=True, slots=True)
class Link:
    """A way on: a short label and the address it leads to; one that begins with https:// leads out."""

    label: str
    address: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled line; the label may be empty. Without label and text it only keeps languages in step."""

    text: str
    label: str = ""
    links: tuple[Link, ...] = ()  # shown with the page this line is on
    stacked: bool = False  # the label on a line of its own, above a longer text


@dataclass(frozen=True, slots=True)
class Quote:
    """The report's own words, the ones asked for set off, and where they stand."""

    before: str
    words: str
    after: str
    source: str

    @property
    def text(self) -> str:
        """The whole quote."""
        return self.before + self.words + self.after


@dataclass(frozen=True, slots=True)
class Copyable:
    """Words to be taken over as they are, with one tap, under a label."""

    label: str
    text: str


Block = Fact | Quote | Copyable


@dataclass(frozen=True, slots=True)
class Briefing:
    """Title and lead are the first two lines and hold what was asked; the rest is context."""

    address: str
    voice: Voice
    symbol: str
    title: str
    lead: str
    blocks: tuple[Block, ...] = ()
    links: tuple[Link, ...] = ()  # shown with every page


def side_by_side(first: Briefing, second: Briefing) -> Briefing:
    """Each block in the first language followed by the same in the second; what is equal stands once."""
    blocks: list[Block] = []
    for one, other in zip(first.blocks, second.blocks, strict=True):
        if isinstance(one, Fact) and isinstance(other, Fact):
            blocks.append(one)
            if (one.label, one.text) != (other.label, other.text):
                blocks.append(replace(other, links=()))
        elif isinstance(one, Quote) and isinstance(other, Quote):
            source = one.source if one.source == other.source else f"{one.source}\n{other.source}"
            blocks.append(replace(one, source=source))
        elif isinstance(one, Copyable) and isinstance(other, Copyable):
            blocks += [one] if one.text == other.text else [one, other]
    return replace(
        first,
        voice="both",
        title=_joined(first.title, second.title, " · "),
        lead=_joined(first.lead, second.lead, "\n"),
        blocks=tuple(blocks),
        links=first.links,
    )


def _joined(one: str, other: str, between: str) -> str:
    return one if one == other or not other else f"{one}{between}{other}"
