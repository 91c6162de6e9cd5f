"""What can be looked up, and how it is read."""

from bot.lookup.index import Index, Reading, Reason, Term, build, terms_to_read
from bot.lookup.scripts import readings_of, to_simplified
from bot.report.model import Passage, Report


def test_every_chinese_name_and_alias_is_read_once(report: Report) -> None:
    terms = terms_to_read(report)
    assert len(terms) == len(set(terms))
    assert {entry.name.zh for entry in report.entries.values()} <= set(terms)
    assert not any(term.isascii() for term in terms)


def test_every_entry_is_found_by_its_id_and_both_names(index: Index, report: Report) -> None:
    for entry in report.entries.values():
        reasons = {term.reason for terms in index.exact.values() for term in terms if term.entry == entry.id}
        assert Reason.ID in reasons
        assert {Reason.NAME, Reason.ID} & reasons


def test_every_parted_passage_has_its_parent_and_number(index: Index, report: Report) -> None:
    for passage in report.passages():
        if passage.parent in report.entries:
            parent = report.entries[passage.parent]
            assert isinstance(parent, Passage)
            assert f"{parent.name.zh} {passage.number}" in {term.shown for term in _terms(index, passage.id)}


def test_a_term_without_reading_is_found_by_its_words_only(report: Report) -> None:
    bare = build(report, {})
    assert not {Reason.PINYIN, Reason.INITIALS} & {term.reason for term in bare.terms}
    assert {Reason.NAME, Reason.ALIAS} <= {term.reason for term in bare.terms}


def test_two_indexes_of_a_report_are_the_same(report: Report, index: Index) -> None:
    again = build(report, readings_of(terms_to_read(report)))
    assert (again.exact, again.terms, again.postings) == (index.exact, index.terms, index.postings)


def test_pinyin_is_read_without_tones_and_latin_letter_by_letter() -> None:
    readings = readings_of(["就业", "PM2.5浓度"])
    assert readings["就业"] == Reading(("jiu", "ye"))
    assert readings["PM2.5浓度"].pinyin == "pm25nongdu"
    assert readings["就业"].initials == "jy"


def test_traditional_characters_become_simplified() -> None:
    assert to_simplified("城鎮新增就業") == "城镇新增就业"


def _terms(index: Index, entry: str) -> tuple[Term, ...]:
    return tuple(term for terms in index.exact.values() for term in terms if term.entry == entry)
