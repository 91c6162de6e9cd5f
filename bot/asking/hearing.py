"""A question as it was heard: its segments, what is wanted, of which time."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from bot.asking.vocabulary import Sign
from bot.lookup.index import Term
from bot.report.model import Figure

QUIET = frozenset({Sign.NO, Sign.CHAT, Sign.ON, Sign.CHECK, Sign.END})
NUMBERS = (Sign.QUANTITY, Sign.GROWTH, Sign.LEVEL, Sign.SHARE, Sign.PROPORTION)
# What is asked of a number the question gives is another one.
_OF_ANOTHER = (Sign.QUANTITY, Sign.SHARE, Sign.PROPORTION)
# What may be asked of the report as a whole, without a name.
LISTED = (Sign.LIST, Sign.AREAS, Sign.FIGURES, Sign.TARGET, Sign.GOALS, Sign.DONE, Sign.ACTION)
SIZES = "十百千万亿"  # stand before a unit: 多少万人
MANY = "many"  # the unit where none is named: how many
COUNTED_DEEDS = ("项", "条", "件", "个")  # 几项工作分别是什么
_PLACES = frozenset("省市县区镇州国")  # behind something unknown; not in 超市
_NO_PLACES = frozenset("超小社园景校地城厂片辖")
_LISTS = {Sign.AREAS, Sign.FIGURES}


@dataclass(slots=True, unsafe_hash=True)
class Segment:
    """A stretch of a question: a word that is known, a number, or one unit that is neither.

    Never changed once made. Not frozen all the same: a question makes some thirty, and freezing takes
    three quarters of the time.
    """

    units: tuple[str, ...]
    terms: tuple[Term, ...] = ()
    signs: frozenset[Sign] = frozenset()
    period: str = ""
    is_other_time: bool = False
    is_number: bool = False
    is_measured: bool = False  # names an indicator
    narrows: bool = False  # a word that makes of what it stands beside another thing: 女性, 出口
    is_part: bool = False  # where it stands it says of which part, whatever is called so: 园区里合作社

    text: str = field(init=False, compare=False)
    is_content: bool = field(init=False, compare=False)  # whether it may name what is asked about

    def __post_init__(self) -> None:
        known = self.signs or self.period or self.is_other_time or self.is_number
        # 重点工作, priorities: a word for lists names none of them.
        content = self.signs.isdisjoint(_LISTS) if self.terms else not known
        self.text = joined(self.units)
        self.is_content = content

    @property
    def is_unknown(self) -> bool:
        """Whether nothing is known of it."""
        return self.is_content and not self.terms


@dataclass(frozen=True, slots=True)
class Heard:
    """What was understood of a question."""

    segments: tuple[Segment, ...]
    periods: tuple[str, ...]  # each once, as they come
    other_times: bool  # a time is meant that the report has no figures for
    signs: frozenset[Sign]
    unit: str = ""  # what is to be counted: 多少亿元, 几家
    against: bool = False  # a time is named only as what growth is measured against
    content: tuple[Segment, ...] = field(init=False, compare=False)  # what may name what is asked about

    def __post_init__(self) -> None:
        # Asked for a dozen times of each.
        object.__setattr__(self, "content", tuple(s for s in self.segments if s.is_content))

    def wants(self, *signs: Sign) -> bool:
        return not self.signs.isdisjoint(signs)

    @property
    def wants_number(self) -> bool:
        """Whether it can only be answered with a number."""
        if self.wants(Sign.QUANTITY) and not (self.wants(Sign.LIST) and self.unit in COUNTED_DEEDS):
            return True
        numbers = self.wants(*NUMBERS, Sign.MORE, Sign.LESS, Sign.COMPARE)
        return numbers and not self.wants(Sign.ACTION, Sign.LIST)

    @property
    def names_unit(self) -> bool:
        """Whether what is to be counted is said."""
        return bool(self.unit) and self.unit != MANY

    @property
    def ends_with_period(self) -> bool:
        """Whether the end of a period is asked about: 2025年底, by the end of 2025."""
        ends = (False, *(Sign.END in segment.signs for segment in self.segments))
        pairs = zip(ends, self.segments, strict=False)
        return any(s.period and (is_end or s.text.endswith(("底", "末"))) for is_end, s in pairs)

    @property
    def wants_two(self) -> bool:
        """Whether more than one number is asked for: 公园建了几个，绿地新增多少."""
        return sum(Sign.QUANTITY in segment.signs for segment in self.segments) > 1

    @property
    def gives_number(self) -> bool:
        """Whether a number stands in it that is no year: GDP130亿."""
        return any(segment.is_number and not segment.is_other_time for segment in self.segments)

    @property
    def is_timed(self) -> bool:
        """Whether a time is named, of the report or another."""
        return bool(self.periods) or self.other_times

    @property
    def period(self) -> str:
        """The period named first; empty where none is."""
        return self.periods[0] if self.periods else ""

    def takes_for_given(self, figure: Figure) -> bool:
        """Whether the question says this number itself and asks for another: 10个助餐场所花了多少钱."""
        forms = (figure.number.rstrip(SIZES), f"{abs(figure.value):f}")  # 2.5万, or 25,000 in English
        said = next((n for n, s in enumerate(self.segments) if s.is_number and s.text in forms), None)
        asks = self.wants_number or self.wants(Sign.WHICH, Sign.NAMES, Sign.LIST)
        if said is None or not asks or any(Sign.CHECK in s.signs for s in self.segments):
            return False
        named = next((n for n, segment in enumerate(self.segments) if segment.terms), said)
        # 3604还是3640 asks which of two it is.
        alone = sum(segment.is_number for segment in self.segments) == 1
        return said < named or self.wants(*_OF_ANOTHER) or (alone and self.wants(Sign.WHICH, Sign.NAMES))

    @property
    def units(self) -> tuple[str, ...]:
        return tuple(unit for segment in self.segments for unit in segment.units)

    @property
    def text(self) -> str:
        return joined(self.units)

    @property
    def core(self) -> tuple[str, ...]:
        """The units that may name what is asked about."""
        return tuple(unit for segment in self.content for unit in segment.units)


def _is_place(one: Segment, two: Segment) -> bool:
    """Whether two neighbours name a place that nothing is known of: 浚, 县; not 小, 区."""
    return one.is_unknown and two.is_unknown and two.text in _PLACES and one.text not in _NO_PLACES


def names_a_place(segments: Sequence[Segment]) -> bool:
    """Whether a place is named that is none of the report's, known or not: 淇县, 浚县."""
    known = any(segment.narrows and segment.text[-1] in _PLACES for segment in segments)
    return known or any(_is_place(*pair) for pair in pairwise(segments))


def closed_up(text: str) -> str:
    """The text of segments without spaces: what `normalise.key` makes of text that is folded already."""
    return text.replace(" ", "")


def joined(units: tuple[str, ...]) -> str:
    """Units as text: spaces between words that are not Chinese only."""
    if len(units) == 1:
        return units[0]
    text = ""
    for unit in units:
        text += f" {unit}" if text and unit.isascii() and text[-1].isascii() else unit
    return text
