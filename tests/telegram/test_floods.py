"""Who writes faster than anybody reads is told once, and costs nobody else anything."""

from bot.telegram.floods import Floods, Verdict


class Watch:
    """Seconds, as the test likes them."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


def test_twenty_messages_in_ten_seconds_are_answered() -> None:
    floods = Floods(Watch())
    assert {floods.judge(1) for _ in range(20)} == {Verdict.ANSWER}


def test_the_next_is_told_and_those_after_it_are_ignored_for_a_minute() -> None:
    watch = Watch()
    floods = Floods(watch)
    verdicts = [floods.judge(1) for _ in range(25)]
    assert verdicts[20:] == [Verdict.TELL, *[Verdict.IGNORE] * 4]
    watch.seconds += 59
    assert floods.judge(1) is Verdict.IGNORE
    watch.seconds += 2
    assert floods.judge(1) is Verdict.ANSWER


def test_somebody_else_is_answered_meanwhile() -> None:
    floods = Floods(Watch())
    for _ in range(50):
        floods.judge(1)
    assert floods.judge(2) is Verdict.ANSWER


def test_two_messages_a_second_are_no_flood() -> None:
    watch = Watch()
    floods = Floods(watch)
    for _ in range(200):
        assert floods.judge(1) is Verdict.ANSWER
        watch.seconds += 0.51
