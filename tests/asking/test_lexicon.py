"""All words in one table: names, times, words of asking."""

import pytest

from bot.asking.asking import Asking
from bot.asking.lexicon import build_lexicon, units_of, words_to_read
from bot.asking.vocabulary import Sign, words_of_asking
from bot.lookup.index import Reason
from bot.report.model import Indicator, Report


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("GDP增长", ("gdp", "增", "长")),
        ("new jobs", ("new", "job")),
        ("二〇二五年", ("2025", "年")),
        ("", ()),
        ("。，！", ()),
    ],
)
def test_chinese_is_one_unit_a_character_and_anything_else_a_word(text: str, units: tuple[str, ...]) -> None:
    assert units_of(text) == units


def test_width_and_case_do_not_matter() -> None:
    assert units_of("ＧＤＰ") == units_of("gdp")


def test_every_name_and_alias_of_an_indicator_stands_for_it(asking: Asking, report: Report) -> None:
    unknown = [
        (term.entry, term.shown)
        for term in asking.texts.index.terms
        if isinstance(report.entries[term.entry], Indicator) and term.reason is not Reason.PINYIN
        if not ((meaning := asking.lexicon.meaning(units_of(term.spaced))) and term in meaning.terms)
    ]
    assert unknown == []


def test_every_word_of_asking_is_known(asking: Asking) -> None:
    unknown = [
        word
        for word, sign in words_of_asking()
        if units_of(word)
        and not ((meaning := asking.lexicon.meaning(units_of(word))) and sign in meaning.signs)
    ]
    assert unknown == []


def test_a_beginning_of_a_word_means_nothing(asking: Asking) -> None:
    assert asking.lexicon.meaning(units_of("城镇新增就")) is None
    assert asking.lexicon.meaning(units_of("离婚")) is None


def test_the_district_itself_says_nothing_of_what_is_asked(asking: Asking, report: Report) -> None:
    for name in (report.place.zh, report.place.en, report.body.zh, "我区"):
        meaning = asking.lexicon.meaning(units_of(name))
        assert meaning
        assert Sign.NO in meaning.signs


def test_words_are_found_by_their_sound(asking: Asking) -> None:
    readings = asking.lexicon.readings
    assert readings["jiuye"] == ("就", "业")
    assert readings["qunian"] == ("去", "年")
    assert readings["duoshao"] == ("多", "少")


def test_without_readings_nothing_is_found_by_its_sound(asking: Asking) -> None:
    assert not build_lexicon(asking.texts.index, {}).readings


def test_every_word_to_read_is_chinese(report: Report) -> None:
    assert [word for word in words_to_read(report) if word.isascii()] == []


def test_what_is_mended_does_not_depend_on_hashes(asking: Asking) -> None:
    """Of two words as near to a slip the one that stands first is meant, in every process."""
    lexicon = asking.lexicon
    in_order = dict.fromkeys(unit for units in lexicon.meanings for unit in units)
    assert all(
        list(each) == [unit for unit in in_order if unit in each] for each in lexicon.mendable.values()
    )
