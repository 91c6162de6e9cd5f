"""What two names share said twice: 国家级和省级中试基地 → 国家级中试基地和省级中试基地."""

from itertools import pairwise

from bot.asking.lexicon import Lexicon
from bot.asking.vocabulary import COMMA, Sign

_LONGEST = 10  # units of a fragment
_AGAINST = frozenset(("versu", "vs"))  # as units: urban versus rural incomes
_ALTERNATIVES = frozenset(("and", "or", "than", *_AGAINST))
_HELD_AGAINST = frozenset(("than", "against", "with", *_AGAINST))
_JOINTS = frozenset((COMMA, "和"))
_Units = tuple[str, ...]


def spelt_out(lexicon: Lexicon, units: _Units) -> _Units:
    """The units with the shared end or beginning of coordinated names in both of them."""
    units = _with_ones(lexicon, _without_articles(_with_year(_with_number(lexicon, units))))
    units = _without_particles(lexicon, _both(lexicon, _numbered(lexicon, units)))
    if lexicon.joints.isdisjoint(units):
        return units
    once = _completed(lexicon, units)
    # Primary, secondary and tertiary industry: of three the first is lent what the second has got.
    english = once != units and all(unit.isascii() or unit in _JOINTS for unit in units)
    return _completed(lexicon, once) if english else once


def _numbered(lexicon: Lexicon, units: _Units) -> _Units:
    """一二三产占比 → 一产占比和二产占比和三产占比, where each is a name."""
    for at in range(len(units) - 3) if "二" in units else ():
        if units[at : at + 3] == ("一", "二", "三"):
            for end in range(min(len(units), at + 3 + _LONGEST), at + 3, -1):
                each = [(numeral, *units[at + 3 : end]) for numeral in units[at : at + 3]]
                if all(map(lexicon.is_name, each)):
                    return (*units[:at], *each[0], "和", *each[1], "和", *each[2], *units[end:])
    return units


def _completed(lexicon: Lexicon, units: _Units) -> _Units:
    at = 1
    while at < len(units) - 1:
        if units[at] in lexicon.joints and _joins(lexicon, units, at):
            added = _shared_end(lexicon, units, at)
            if added:
                units = (*units[:at], *added, *units[at:])
                at += len(added)
            else:
                added = _shared_beginning(lexicon, units, at)
                units = (*units[: at + 1], *added, *units[at + 1 :])
                at += len(added)
        elif units[at] in lexicon.joints and Sign.COMPARE in _signs_ending(lexicon, units, at):
            units = _beside(lexicon, units, at)
        at += 1
    return units


def _with_year(units: _Units) -> _Units:
    """More this year than last → than last year."""
    ends = (n for n, pair in enumerate(pairwise((*units, COMMA))) if pair == ("last", COMMA))
    at = next((n for n in ends if n and units[n - 1] in _HELD_AGAINST), None)
    return units if at is None else (*units[: at + 1], "year", *units[at + 1 :])


def _with_number(lexicon: Lexicon, units: _Units) -> _Units:
    """PM 2.5 → PM2.5, where that is a name."""
    for at in range(len(units) - 2, -1, -1):
        word, number = units[at : at + 2]
        if number[0].isdecimal() and word.isascii() and lexicon.is_name((word + number,)):
            units = (*units[:at], word + number, *units[at + 2 :])
    return units


def _without_articles(units: _Units) -> _Units:
    """The rural and the urban allowance → the rural and urban allowance."""
    if "the" not in units:
        return units
    pairs = zip(("", *units), units, strict=False)
    return tuple(unit for before, unit in pairs if unit != "the" or before not in _ALTERNATIVES)


def _with_ones(lexicon: Lexicon, units: _Units) -> _Units:
    """The rural allowance or the urban one → or urban allowance, where that is a name."""
    for at in range(len(units) - 1, 2, -1) if "one" in units else ():
        start = next((n for n in range(at - 1, max(0, at - 4), -1) if units[n] in _ALTERNATIVES), None)
        if units[at] == "one" and start is not None:
            name = _last_name(lexicon, units[:start])
            whole = completed(lexicon, units[start + 1 : at], name)
            units = (*units[: start + 1], *whole, *units[at + 1 :]) if whole else units
    return units


def _without_particles(lexicon: Lexicon, units: _Units) -> _Units:
    """盘活的资产 → 盘活资产, where that is a name."""
    for at in range(len(units) - 2, 0, -1):
        if units[at] == "的" and not _spans(lexicon, units, at):
            bare = (*units[:at], *units[at + 1 :])
            units = bare if _spans(lexicon, bare, at) else units
    return units


def _spans(lexicon: Lexicon, units: _Units, at: int) -> bool:
    """Whether a name begins before this place and ends behind it."""
    return any(
        end > at and meaning.terms and end - start > 2
        for start in range(max(0, at - _LONGEST), at)
        for end, meaning in lexicon.words_at(units, start)
    )


def _both(lexicon: Lexicon, units: _Units) -> _Units:
    """城乡居民收入 → 城镇居民收入和农村居民收入, where both are names."""
    for at in range(len(units) - 3) if "乡" in units else ():
        if units[at : at + 2] == ("城", "乡"):
            for end in range(min(len(units), at + 2 * _LONGEST), at + 3, -1):
                towns = ("城", "镇", *units[at + 2 : end])
                villages = ("农", "村", *units[at + 2 : end])
                if lexicon.is_name(towns) and lexicon.is_name(villages):
                    return (*units[:at], *towns, "和", *villages, *units[end:])
    return units


def _beside(lexicon: Lexicon, units: _Units, at: int) -> _Units:
    """农村低保标准提高幅度比城市高 → 比城市低保标准高: what is compared is completed from the name before."""
    if len(_longest_name(lexicon, units[at + 1 :])) > 2:
        return units
    name = _last_name(lexicon, units[:at])
    least = 0 if at + 1 < len(units) and units[at + 1].isascii() else 1  # than urban ones; not 比城
    for length in range(min(6, len(units) - at - 1), least, -1):
        fragment = units[at + 1 : at + 1 + length]
        whole = completed(lexicon, fragment, name)
        if whole and not lexicon.is_name(units[at + 1 : at + 2 + length]):
            return (*units[: at + 1], *whole, *units[at + 1 + length :])
    return units


def _last_name(lexicon: Lexicon, units: _Units) -> _Units:
    """The longest of the names that end last."""
    for end in range(len(units), 1, -1):
        for start in range(max(0, end - 2 * _LONGEST), end - 1):
            if lexicon.is_name(units[start:end]):
                return units[start:end]
    return ()


def completed(lexicon: Lexicon, fragment: _Units, name: _Units) -> _Units:
    """A fragment made whole with what the name spoken of before lends it: 城市低保, 农村的呢 → 农村低保."""
    if not fragment or len(fragment) > _LONGEST or (len(fragment) == 1 and not fragment[0].isascii()):
        return ()
    for cut in range(1, len(name) - (0 if fragment[0].isascii() else 1)):
        for whole in ((*fragment, *name[cut:]), (*name[:cut], *fragment)):
            if lexicon.is_name(whole):
                return whole
    return ()


def _joins(lexicon: Lexicon, units: _Units, at: int) -> bool:
    """Whether 和 or a comma stands there, and not within a name: new and high-tech enterprises."""
    meaning = lexicon.meaning((units[at],))
    joins = units[at] in _AGAINST or (
        meaning is not None and not meaning.signs.isdisjoint((Sign.AND, Sign.COMMA))
    )
    return joins and not _spans(lexicon, units, at)


def _signs_ending(lexicon: Lexicon, units: _Units, at: int) -> frozenset[Sign]:
    """What the word of one or two units says that ends there: 比, 慢于."""
    found = (lexicon.meaning(units[start : at + 1]) for start in (at, at - 1) if start >= 0)
    return frozenset(sign for meaning in found if meaning for sign in meaning.signs)


def _shared_end(lexicon: Lexicon, units: _Units, at: int) -> _Units:
    """What the name after 和 lends to the fragment before it."""
    name = _longest_name(lexicon, units[at + 1 :])
    latin = bool(name) and name[0].isascii()
    if len(name) < (2 if latin else 3):
        return ()
    for length in range(min(_LONGEST, at), _ended(lexicon, units[:at]), -1):
        fragment = units[at - length : at]
        for cut in range(1, len(name) - (0 if latin else 1)):
            if lexicon.is_name((*fragment, *name[cut:])):
                return name[cut:]
    return ()


def _shared_beginning(lexicon: Lexicon, units: _Units, at: int) -> _Units:
    """What the name before 和 lends to the fragment after it."""
    after = units[at + 1 :]
    if _longest_name(lexicon, after):
        return ()
    for start in range(max(0, at - 2 * _LONGEST), at - 2):
        name = units[start:at]
        if lexicon.is_name(name):
            for length in range(min(_LONGEST, len(after)), 1, -1):
                for cut in range(len(name) - 1, 1, -1):
                    if lexicon.is_name((*name[:cut], *after[:length])):
                        return name[:cut]
    return ()


def _ended(lexicon: Lexicon, units: _Units) -> int:
    """How long the longest name of an indicator is that ends here; nought where none does."""
    lengths = range(min(2 * _LONGEST, len(units)), 1, -1)
    found = ((length, lexicon.meaning(units[len(units) - length :])) for length in lengths)
    return next((length for length, meaning in found if meaning and meaning.is_measured), 0)


def _longest_name(lexicon: Lexicon, units: _Units) -> _Units:
    ends = [end for end, meaning in lexicon.words_at(units, 0) if meaning.terms] if units else []
    return units[: max(ends)] if ends else ()
