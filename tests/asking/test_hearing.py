"""A question as it was heard: what of it may name its subject."""

from tests.asking.conftest import Hears


def subject(hears: Hears, text: str) -> list[str]:
    return [segment.text for segment in hears(text).content]


def test_what_is_neither_time_nor_asking_is_the_subject(hears: Hears) -> None:
    assert subject(hears, "请问去年城镇新增就业的目标是多少呢") == ["城镇新增就业"]
    assert subject(hears, "please tell me how many jobs created last year") == ["job created"]


def test_an_unknown_word_stays_in_the_subject(hears: Hears) -> None:
    assert "".join(subject(hears, "去年离婚多少")) == "离婚"
