"""One form for what people type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.schedule.folding import fold


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("８：３０", "8:30"),
        ("每週一　上午９點", "每周一 上午9点"),
        ("  MON \t\n Fri", "mon fri"),
        ("8\u200b:30", "8:30"),
        ("8。30", "8.30"),
        ("mon–fri", "mon-fri"),
        ("㋀", "1月"),
        ("", ""),
    ],
)
def test_spellings_of_one_thing_become_one(typed: str, text: str) -> None:
    assert fold(typed).text.strip() == text


@given(st.text(max_size=80))
def test_every_character_knows_where_it_came_from(typed: str) -> None:
    folded = fold(typed)
    assert len(folded.origins) == len(folded.text)
    assert list(folded.origins) == sorted(folded.origins)
    assert all(origin < len(typed) for origin in folded.origins)


def test_a_quote_is_what_was_typed() -> None:
    folded = fold("每天　２５：００ 呀")
    assert folded.quote(3, 8) == "２５：００"


def test_a_long_quote_is_cut() -> None:
    folded = fold("啊" * 100)
    assert folded.quote(0, 100) == "啊" * 39 + "…"
