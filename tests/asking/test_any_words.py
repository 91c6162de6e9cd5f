"""Whatever is typed: answers are sound, never of another time or thing, and the same each time."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.asking.answers import Answer, Sort
from bot.asking.naming import MOST
from tests.asking.conftest import Answers, written

thorough = settings(max_examples=150, deadline=None)
ANY_TEXT = st.text(st.characters(codec=None), max_size=200)
CHINESE = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=8)
# Rare characters, more than a slip would be; and words that no work report of a district explains.
STRANGE = st.text(st.characters(min_codepoint=0x3400, max_codepoint=0x4DB5), min_size=2) | st.sampled_from(
    ["火星", "月球", "恐龙", "彩票", "离婚", "天气", "咖啡", "股票", "足球", "外星人"]
)
TIMES = {"去年": "2025", "今年": "2026", "过去五年": "five", "十五五": "next-five"}
# Words of questions in any order: far more of these are understood than of any text.
WORDS = (
    *("就业", "GDP", "外贸", "造林", "低保", "PM2.5", "重点项目", "助餐", "城镇新增就业", "jobs", "jiuye"),
    *(
        "目标",
        "多少",
        "增长",
        "下降",
        "新增",
        "人均",
        "率",
        "几个",
        "亿元",
        "在哪里",
        "哪些",
        "怎么",
        "target",
    ),
    *("和", "的", "，", "？", "北京", "民生福祉", " how many "),
)
TIMELESS = st.lists(st.sampled_from(WORDS), max_size=8)
PIECES = st.lists(st.sampled_from([*WORDS, *TIMES, "2024年", "呢", "比", " last year "]), max_size=12)


def faults(found: tuple[Answer, ...]) -> list[str]:
    """What no answers to anything may be."""
    refusals = [answer for answer in found if answer.sort is Sort.REFUSAL]
    asserted = [answer for answer in found if answer.sort is Sort.FIGURE]
    there = {
        "none or too many": not 1 <= len(found) <= MOST,
        "too many neighbours": any(
            len(answer.nearest) > 3 for answer in found if answer.sort is not Sort.CHOICE
        ),
        "a refusal with a figure": any(answer.figures for answer in refusals),
        "a refusal without a reason": any(answer.lack is None for answer in refusals),
        "a figure that is none, or several": any(len(answer.figures) != 1 for answer in asserted),
    }
    return [fault for fault, is_there in there.items() if is_there]


@thorough
@given(text=ANY_TEXT)
def test_any_text_is_answered_or_refused(answers: Answers, text: str) -> None:
    assert faults(answers(text)) == []


@thorough
@given(pieces=PIECES)
def test_any_words_of_questions_are_answered_or_refused(answers: Answers, pieces: list[str]) -> None:
    assert faults(answers("".join(pieces))) == []


@thorough
@given(first=PIECES, then=PIECES)
def test_any_follow_up_is_answered_or_refused(answers: Answers, first: list[str], then: list[str]) -> None:
    assert faults(answers("".join(first), "".join(then))) == []


@thorough
@given(pieces=PIECES)
def test_the_same_question_has_the_same_answer(answers: Answers, pieces: list[str]) -> None:
    assert answers("".join(pieces)) == answers("".join(pieces))


@thorough
@given(time=st.sampled_from(sorted(TIMES)), before=TIMELESS, after=TIMELESS)
def test_a_figure_is_never_of_another_time_than_the_one_named(
    answers: Answers, time: str, before: list[str], after: list[str]
) -> None:
    found = answers("".join((*before, time, *after)))
    figures = (figure for answer in found if answer.sort is Sort.FIGURE for figure in answer.figures)
    assert {figure.period for figure in figures} <= {TIMES[time]}


@thorough
@given(before=CHINESE, after=CHINESE)
def test_a_name_among_any_words_yields_no_figure_of_another(
    answers: Answers, before: str, after: str
) -> None:
    given = {f.indicator for answer in answers(f"{before}高技能人才{after}") for f in answer.figures}
    assert given <= {"skilled-workers"}


@thorough
@given(strange=STRANGE)
def test_words_that_are_not_of_the_report_are_not_passed_over(answers: Answers, strange: str) -> None:
    """火星高技能人才 are not 高技能人才."""
    assert written(answers("去年高技能人才多少人")) == ["1200人"]
    assert written(answers(f"去年{strange}高技能人才多少人")) == []
    assert written(answers(f"去年高技能人才{strange}多少人")) == []
