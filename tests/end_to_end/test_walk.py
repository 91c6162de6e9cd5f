"""Every button of every message, from the first commands on; every entry by button, command and search."""

import asyncio
from collections import Counter, deque
from pathlib import Path

import pytest

from bot.app import open_desk
from bot.briefing.phrases import phrases
from bot.config import Config, ReportConfig
from bot.report.model import LANGUAGES, VOICES, Entry, Kind, Report, Voice
from bot.simulator.chats import User
from bot.simulator.entities import utf16_length
from bot.simulator.shown import ShownMessage
from bot.telegram.addresses import View, view_of
from bot.telegram.desk import Desk
from tests.second_report import write_second_report
from tests.telegram.scene import Scene, buttons_of

DOORS = (
    "/start", "/help", "/areas", "/targets", "/achievements", "/goals", "/compare", "/today", "/language",
    "/about", "/privacy", "/search 就业", "/search", "/target jy", "jy", "/nosuch", "没有这个东西",
)  # fmt: skip
COMMANDS = {
    Kind.AREA: "area",
    Kind.MEASURE: "area",
    Kind.TARGET: "target",
    Kind.INDICATOR: "target",
    Kind.THEME: "achievement",
    Kind.ACHIEVEMENT: "achievement",
}


async def speaker(scene: Scene, voice: Voice) -> User:
    """Somebody whose chat speaks so."""
    person = scene.person("en" if voice == "en" else "zh")
    if voice == "both":
        await scene.press(person, await scene.ask(person, "/language"), "speak_both.0.z")
    return person


def other_desk(folder: Path) -> Desk:
    """Another place, other years, other areas: the same code."""
    content, seeds = write_second_report(folder)
    return open_desk(Config(report=ReportConfig(content=content, seeds=seeds), data=folder))


class Walk:
    """Breadth-first: the answers to the first commands, then where each button leads, each button once."""

    def __init__(self, scene: Scene) -> None:
        self.messages: list[tuple[str, ShownMessage]] = []  # what led to each, and the message
        self.pressed: list[View] = []
        self.report = scene.desk.composer.report
        self._scene = scene
        self._waiting: deque[str] = deque()
        self._seen: set[str] = set()

    @property
    def notices(self) -> list[str]:
        """What pressing was answered with."""
        return [alert.text for alert in self._scene.telegram.alerts]

    async def walk(self) -> None:
        for voice in VOICES:
            person = await speaker(self._scene, voice)
            for door in DOORS:
                self._note(f"{door} ({voice})", await self._scene.ask(person, door))
        walker = self._scene.person()
        message = await self._scene.ask(walker, "/start")
        while self._waiting:
            data = self._waiting.popleft()
            await self._scene.forge(walker, message, data)
            self.pressed.append(view_of(data))
            self._note(data, self._scene.look(message, walker))

    def _note(self, way: str, message: ShownMessage) -> None:
        self.messages.append((way, message))
        new = [data for data in buttons_of(message) if data not in self._seen]
        self._seen.update(new)
        self._waiting.extend(new)


@pytest.fixture(scope="module", params=["our report", "another report"])
def walk(request: pytest.FixtureRequest, desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Walk:
    """Walked to the end, once for all tests."""

    async def to_the_end() -> Walk:
        other = request.param == "another report"
        scene = Scene(other_desk(tmp_path_factory.mktemp("other")) if other else desk)
        walk = Walk(scene)
        async with scene.application:
            await walk.walk()
        assert scene.errors == []
        return walk

    return asyncio.run(to_the_end())


def test_every_message_has_a_way_on(walk: Walk) -> None:
    dead_ends = [
        way
        for way, message in walk.messages
        if not {view_of(data).address for data in buttons_of(message)} - {way.partition(".")[0]}
    ]
    assert dead_ends == []


def test_every_message_is_as_long_as_telegram_allows(walk: Walk) -> None:
    lengths = {way: utf16_length(message.text) for way, message in walk.messages}
    assert not {way: length for way, length in lengths.items() if not 0 < length <= 4096}


def test_no_button_is_answered_with_a_notice(walk: Walk) -> None:
    confirmations = {phrases(a)(f"language-set-{b}") for a in LANGUAGES for b in VOICES}
    assert set(walk.notices) <= {"", *confirmations}


@pytest.mark.parametrize("voice", VOICES)
def test_every_entry_is_reached_by_button(walk: Walk, voice: Voice) -> None:
    pages = {view.address for view in walk.pressed if view.voice == voice}
    assert not Counter(entry.kind for entry in walk.report.entries.values() if entry.id not in pages)


def test_every_comparison_is_reached_by_button(walk: Walk) -> None:
    several = [i for i in walk.report.indicators() if len({figure.period for figure in i.figures}) > 1]
    pages = {view.address for view in walk.pressed}
    assert {f"compare_{indicator.id}" for indicator in several} <= pages


def names_of(entry: Entry) -> tuple[str, ...]:
    return entry.id, entry.name.zh, entry.name.en


@pytest.mark.parametrize("kind", COMMANDS)
async def test_every_entry_is_reached_by_command(scene: Scene, report: Report, kind: Kind) -> None:
    person = scene.person()
    missed = []
    for entry in (entry for entry in report.entries.values() if entry.kind is kind):
        expected = (await scene.ask(person, f"/start {entry.id}")).text
        missed += [
            name
            for name in names_of(entry)
            if (await scene.ask(person, f"/{COMMANDS[kind]} {name}")).text != expected
        ]
    assert missed == []


async def test_every_entry_is_among_the_first_three_when_searched_by_name(
    scene: Scene, report: Report
) -> None:
    person = scene.person()
    missed = []
    for entry in report.entries.values():
        for name in names_of(entry)[1:]:
            buttons = buttons_of(await scene.ask(person, f"/search {name}"))
            if f"{entry.id}.0.z" not in buttons[:3]:
                missed.append((entry.id, name))
    assert missed == []
