"""Whatever people write is answered, bounded, and never taken for markup."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.simulator.chats import User
from bot.simulator.entities import utf16_length
from tests.telegram.scene import Scene

MARKUP = '<b>x</b> & "y"'
HOSTILE = {
    "markup": MARKUP,
    "an open tag": "<b>就业",
    "entities": "&lt;b&gt; &amp; &#0; &nosuch;",
    "long": "业" * 4000,
    "long and wide": "🎯" * 2000,
    "long words": "employment " * 370,
    "control characters": "a\x00b\x07c\x1bd\x7f",
    "right to left": "\u202eبرنامج العمل\u202c",
    "joiners": "👨‍👩‍👧‍👦\u200b\u200d\ufeff",
    "one emoji": "🎯",
    "combining": "e" + "\u0301" * 50,
    "a number": "9" * 4000,
    "template": "{0} %s {{ x }} ${x} { $query }",
    "blank lines": "\n\n就\n\n业\n\n",
}


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize(
    "command", ["", "/search ", "/target ", "/targets ", "/achievements ", "/start ", "/no"]
)
async def test_hostile_words_get_a_short_answer(scene: Scene, anna: User, command: str, words: str) -> None:
    answer = await scene.ask(anna, f"{command}{words}"[:4096])
    assert 0 < utf16_length(answer.text) <= 2500


async def test_markup_of_a_person_is_shown_as_written(scene: Scene, anna: User) -> None:
    answer = await scene.ask(anna, f"/search {MARKUP}")
    title = answer.text.splitlines()[0]
    assert MARKUP in title
    assert answer.entities[0].length == utf16_length(title.removeprefix("🤷 "))


async def test_long_words_are_not_repeated_whole(scene: Scene, anna: User) -> None:
    answer = await scene.ask(anna, "元" * 4000)
    assert len(answer.text.splitlines()[0]) < 60


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(words=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200))
async def test_any_words_are_answered(scene: Scene, words: str) -> None:
    person = scene.person()
    answer = await scene.ask(person, f"/search x{words}")
    assert utf16_length(answer.text) <= 4096
