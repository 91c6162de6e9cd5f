"""Time zones by name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.schedule.zones import zone_name, zone_named
from tests.schedule.samples import zones


@given(zones)
def test_every_zone_of_the_database_is_known_in_any_case(name: str) -> None:
    assert zone_name(name.lower()) == zone_name(name.upper()) == name
    assert zone_named(name).key == name


@pytest.mark.parametrize(
    "name", ["", "Mars", "Asia", "Asia/", "/etc/localtime", "../UTC", "Factory", "right/UTC", "é", "\0"]
)
def test_any_other_name_is_unknown(name: str) -> None:
    assert zone_name(name) is None
    with pytest.raises(ValueError, match="time zone"):
        zone_named(name)


@given(st.text(max_size=40))
def test_no_name_breaks_the_search(name: str) -> None:
    assert (zone_name(name) is None) or name


def test_a_zone_is_opened_once() -> None:
    assert zone_named("Asia/Shanghai") is zone_named("Asia/Shanghai")
