"""/cite."""

import json

import pytest

from bot.report.model import VOICES, Voice
from bot.simulator.chats import Chat, User
from bot.telegram.commands import BY_NAME
from bot.telegram.desk import Desk, Question
from bot.telegram.handlers.cite import reference_to
from tests.telegram.handlers.conftest import Ask
from tests.telegram.scene import Scene, today


def data(keyboard: str) -> list[str]:
    return [button["callback_data"] for row in json.loads(keyboard)["inline_keyboard"] for button in row]


@pytest.mark.parametrize("words", ["jobs", "就业", "jiuye", "今年就业", "就业 2026"])
def test_an_entry_is_shown_in_its_forms_each_to_be_copied_with_a_tap(ask: Ask, words: str) -> None:
    page = ask(f"cite {words}")
    assert page.html.startswith("✍️ <b>引用：城镇新增就业 · 2026年目标</b>")
    assert "<b>一句话</b>\n<code>2026年目标：城镇新增就业3400人以上</code>" in page.html
    assert page.html.count("<code>") == 4


@pytest.mark.parametrize("words", ["就业 2025", "去年就业", "jobs last year", "2025 就业 数字"])
def test_another_period_can_be_named(ask: Ask, words: str) -> None:
    assert "<code>3604人</code>" in ask(f"cite {words}").html


def test_the_other_periods_are_a_button_away(ask: Ask) -> None:
    assert data(ask("cite jobs").keyboard)[:3] == ["cite_jobs_1.0.z", "cite_jobs_0.0.z", "jobs.0.z"]


def test_a_period_the_report_says_nothing_of_is_refused(ask: Ask) -> None:
    page = ask("cite 就业 十五五")
    assert page.html.startswith("🤷")
    assert "3400" not in page.html
    assert "cite_jobs.0.z" in data(page.keyboard)


def test_without_words_it_says_how(ask: Ask) -> None:
    page = ask("cite")
    assert "/cite 就业 2025年" in page.html
    assert data(page.keyboard)[0] == "cite_jobs.0.z"


def test_what_may_mean_several_things_is_a_choice_of_citations(ask: Ask) -> None:
    page = ask("cite 居民收入")
    assert page.html.startswith("🤔")
    assert all(link.startswith("cite_") for link in data(page.keyboard))


def test_what_is_not_there_is_said(ask: Ask) -> None:
    assert ask("cite 火星移民").html.startswith("🤷")


def test_a_link_from_elsewhere_leads_to_a_citation(desk: Desk) -> None:
    question = Question("jobs", "zh", today())
    assert desk.show("cite_jobs", question) == BY_NAME["cite"].answer(desk, question)


@pytest.mark.parametrize("entry", ["jobs", "gdp", "livelihood", "livelihood-1", "goal-1", "2025-economy"])
def test_entries_lead_to_their_citation(desk: Desk, entry: str) -> None:
    page = desk.show(entry, Question("", "zh", today()))
    assert f"cite_{entry}.0.z" in data(page.keyboard)


@pytest.mark.parametrize("voice", VOICES)
def test_every_voice_has_the_official_wording_once(desk: Desk, voice: Voice) -> None:
    page = desk.show("cite_jobs", Question("", voice, today()))
    wording = "“全年城镇新增就业3400人以上”（鹤壁市山城区人民政府《2026年政府工作报告》第三部分第八节）"
    assert page.html.count(f"<code>{wording}</code>") == 1


@pytest.mark.parametrize("words", ["火星", "居民收入", "就业 十五五", "就业 2023"])
def test_what_is_not_clearly_one_thing_stands_for_nothing(desk: Desk, words: str) -> None:
    assert reference_to(desk, words) is None


def test_words_that_begin_with_a_period_are_not_always_about_it(desk: Desk) -> None:
    assert desk.composer.report.entries["2025-livelihood"] == (
        reference.cited.entry if (reference := reference_to(desk, "2025 民生")) else None
    )


async def test_a_member_of_a_group_is_answered_there(scene: Scene, group: Chat, boris: User) -> None:
    answer = await scene.ask(boris, "/cite 就业 2025", group)
    assert "城镇新增就业3604人" in answer.text
    assert answer.reply_to


async def test_a_citation_stays_in_its_topic(scene: Scene, forum: Chat, anna: User) -> None:
    topic = scene.telegram.create_topic(forum, "Papers").id
    answer = await scene.ask(anna, "/cite jobs", forum, topic=topic)
    assert answer.topic == topic
    turned = await scene.press(anna, answer, "cite_jobs_1.0.z", forum)
    assert turned.text.startswith("✍️ 引用：城镇新增就业 · 2025年实际")
