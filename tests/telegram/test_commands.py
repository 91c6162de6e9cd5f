"""The one table of commands, the menus and /help made from it."""

import re

import pytest

from bot.briefing.phrases import phrases
from bot.report.model import LANGUAGES, Language, Report
from bot.simulator.chats import Chat, User
from bot.telegram.api import Api
from bot.telegram.application import fill_menus
from bot.telegram.commands import COMMANDS, Menu, help_lines, menus
from tests.telegram.scene import Scene

NAMES = [command.name for command in COMMANDS]
LISTED = [command.name for command in COMMANDS if command.is_listed]
MENUS = list(menus())


def test_no_command_stands_twice() -> None:
    assert len(set(NAMES)) == len(NAMES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_every_command_has_its_sentence(name: str, language: Language) -> None:
    assert phrases(language)(f"command-{name}")


@pytest.mark.parametrize("menu", MENUS, ids=lambda menu: f"{menu.scope['type']}-{menu.language_code}")
def test_menus_keep_the_rules_of_telegram(menu: Menu) -> None:
    lines = menu.commands
    assert 1 <= len(lines) <= 100
    assert all(re.fullmatch("[a-z0-9_]{1,32}", line["command"]) for line in lines)
    assert all(1 <= len(line["description"]) <= 256 for line in lines)


async def test_the_menus_are_filled_for_each_scope_and_language(scene: Scene) -> None:
    await fill_menus(Api(scene.application.bot))
    calls = scene.telegram.calls_of("setMyCommands")
    assert all(call.error is None for call in calls)
    assert {(call.params["scope"]["type"], call.params.get("language_code")) for call in calls} == {
        (scope, language)
        for scope in ("all_private_chats", "all_group_chats")
        for language in (None, "zh", "en")
    }


@pytest.mark.parametrize(("client", "language"), [("zh-hans", "zh"), ("en", "en"), ("fr", "zh")])
async def test_people_see_the_menu_in_their_language(scene: Scene, client: str, language: Language) -> None:
    person = scene.person(client)
    await fill_menus(Api(scene.application.bot))
    menu = scene.telegram.menu(person.id, person)
    assert menu[0] == {"command": "start", "description": phrases(language)("command-start")}
    assert [line["command"] for line in menu] == LISTED


async def test_groups_see_what_is_of_use_there(scene: Scene, group: Chat, anna: User) -> None:
    await fill_menus(Api(scene.application.bot))
    listed = [line["command"] for line in scene.telegram.menu(group, anna)]
    assert listed == [command.name for command in COMMANDS if command.in_groups and command.is_listed]
    assert "start" not in listed


async def test_help_lists_exactly_the_commands(scene: Scene, anna: User) -> None:
    answer = await scene.ask(anna, "/help")
    assert re.findall(r"^/(\w+)", answer.text, re.MULTILINE) == LISTED


async def test_the_examples_of_help_are_answered(scene: Scene, anna: User) -> None:
    answer = await scene.ask(anna, "/help")
    for line in re.findall(r"^(/\w+ [^\u2003\n]+)\u2003", answer.text, re.MULTILINE):
        assert not (await scene.ask(anna, line)).text.startswith(("🤷", "🤔"))


def test_the_examples_of_help_are_entries(report: Report) -> None:
    examples = [line.example for line in help_lines(report) if line.example]
    assert examples
    assert all(example in report.entries for example in examples)
