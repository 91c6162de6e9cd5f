"""What somebody wants cited: words, a period, a form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.briefing.citation import Form
from bot.briefing.citation_request import CitationRequest, read_request
from bot.report.model import Report


@pytest.mark.parametrize(
    ("text", "words", "period", "form"),
    [
        ("就业", "就业", "", None),
        ("就业 2025", "就业", "2025", None),
        ("2025年 就业", "就业", "2025", None),
        ("去年就业", "就业", "2025", None),
        ("去年的就业", "就业", "2025", None),
        ("就业 数字", "就业", "", Form.FIGURE),
        ("  就业  去年  数字 ", "就业", "2025", Form.FIGURE),
        ("数字 去年 就业", "就业", "2025", Form.FIGURE),
        ("jobs figure", "jobs", "", Form.FIGURE),
        ("jobs past five years one line", "jobs", "five", Form.LINE),
        ("农民收入 中英", "农民收入", "", Form.BILINGUAL),
        ("就业 十五五", "就业", "next-five", None),
        ("就业 2023", "就业 2023", "", None),
        ("2025", "2025", "", None),
        ("数字", "数字", "", None),
        ("去年 数字", "数字", "2025", None),
        ("", "", "", None),
    ],
)
def test_period_and_form_are_taken_off_the_ends(
    report: Report, text: str, words: str, period: str, form: Form | None
) -> None:
    assert read_request(report, text) == CitationRequest(words, period, form)


@given(st.text(alphabet="就业去年的数字 2025jobs一句", max_size=20))
def test_there_are_words_left_whenever_there_were_some(report: Report, text: str) -> None:
    assert bool(read_request(report, text).words) is bool(text.strip())
