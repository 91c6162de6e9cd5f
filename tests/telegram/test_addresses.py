"""Callback data and deep links lead to views, and nothing else does."""

from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import UnknownAddressError
from bot.report.model import Voice
from bot.telegram.addresses import View, address_of_deep_link, data_of, view_of

LONGEST_ID = 40
unhurried = settings(deadline=None)  # a busy machine is no failure
PREFIXES = ("", "compare_", "targets_", "achievements_")

ids = st.from_regex(r"[a-z0-9-]{1,40}", fullmatch=True)
views = st.builds(
    View,
    st.builds(str.__add__, st.sampled_from(PREFIXES), ids),
    st.integers(0, 99),
    st.sampled_from(get_args(Voice)),
)


@unhurried
@given(views)
def test_every_view_comes_back_from_its_data(view: View) -> None:
    assert view_of(data_of(view)) == view


@unhurried
@given(views)
def test_data_fits_a_button(view: View) -> None:
    assert len(data_of(view).encode()) <= 64


@pytest.mark.parametrize("prefix", PREFIXES)
def test_data_of_the_longest_id_fits_a_button(prefix: str) -> None:
    view = View(prefix + "x" * LONGEST_ID, 99, "both")
    assert len(data_of(view).encode()) <= 64
    assert view_of(data_of(view)) == view


@unhurried
@given(st.one_of(st.text(max_size=64), st.from_regex(r"[a-z_]{1,9}\.\d{1,3}\.\w", fullmatch=True)))
def test_other_data_is_refused(data: str) -> None:
    try:
        view = view_of(data)
    except UnknownAddressError:
        return
    assert data_of(view) == data


@unhurried
@given(st.text())
def test_deep_links_hold_what_telegram_lets_them_hold(payload: str) -> None:
    try:
        address = address_of_deep_link(payload)
    except UnknownAddressError:
        return
    assert address == payload
    assert address.isascii()
    assert len(address) <= 64
