"""/unsubscribe: with words it ends what is meant, shows several, or says that there is none."""

import pytest

from bot.briefing.phrases import phrases
from bot.simulator.chats import Chat, User
from tests.telegram.scene import Scene, buttons_of

SAY = phrases("zh")
JOBS, JOBS_DAILY, GREEN = "jobs 工作日 8:30", "jobs 每天 9:30", "green-space 每天 9:30"


async def subscribe(scene: Scene, who: User, *lines: str, chat: Chat | None = None) -> None:
    for line in lines:
        proposal = await scene.ask(who, f"/subscribe {line}", chat)
        await scene.press(who, proposal, SAY("button-make"), chat)


async def subjects(scene: Scene, chat: User | Chat) -> list[str]:
    return [each.subject for each in await scene.store.subscriptions.of(chat.id)]


async def test_without_words_it_is_the_list(scene: Scene, anna: User) -> None:
    await subscribe(scene, anna, JOBS)
    assert (await scene.ask(anna, "/unsubscribe")).text == (await scene.ask(anna, "/subscriptions")).text


@pytest.mark.parametrize(
    "words", ["jobs", "就业", "jiuye", "target jobs", "jobs workdays 08:30", "就业 工作日"]
)
async def test_the_one_that_is_meant_ends_and_can_be_taken_up_again(
    scene: Scene, anna: User, words: str
) -> None:
    await subscribe(scene, anna, JOBS, GREEN)
    ended = await scene.ask(anna, f"/unsubscribe {words}")
    assert ended.text == f"🔔 {SAY('ended-title')}\n城镇新增就业，每个法定工作日 8:30"
    assert await subjects(scene, anna) == ["green-space"]
    await scene.press(anna, await scene.press(anna, ended, SAY("button-again")), SAY("button-make"))
    assert await subjects(scene, anna) == ["green-space", "jobs"]


@pytest.mark.parametrize("words", ["today", "今日简报", "每日简报"])
async def test_pages_of_the_bots_own_end_by_name(scene: Scene, anna: User, words: str) -> None:
    await subscribe(scene, anna, "today 工作日 8:30", JOBS)
    await scene.ask(anna, f"/unsubscribe {words}")
    assert await subjects(scene, anna) == ["jobs"]


async def test_of_several_to_the_same_subject_one_is_chosen(scene: Scene, anna: User) -> None:
    await subscribe(scene, anna, JOBS, JOBS_DAILY, GREEN)
    which = await scene.ask(anna, "/unsubscribe jobs")
    assert which.text.startswith(f"🔔 {SAY('end-which-title')}")
    assert buttons_of(which) == ["!end.1", "!end.2", "!list"]
    await scene.press(anna, which, "城镇新增就业，每天 9:30")
    assert [each.id for each in await scene.store.subscriptions.of(anna.id)] == [1, 3]


async def test_the_schedule_tells_which_of_several(scene: Scene, anna: User) -> None:
    await subscribe(scene, anna, JOBS, JOBS_DAILY)
    await scene.ask(anna, "/unsubscribe jobs 每天")
    assert [each.id for each in await scene.store.subscriptions.of(anna.id)] == [1]


@pytest.mark.parametrize("words", ["新增", "jobs monthly 1 9:00", "工作日 8:30", "8:30"])
async def test_what_is_not_clearly_meant_is_shown_before_it_ends(
    scene: Scene, anna: User, words: str
) -> None:
    await subscribe(scene, anna, JOBS)
    which = await scene.ask(anna, f"/unsubscribe {words}")
    assert buttons_of(which) == ["!end.1", "!list"]
    assert await subjects(scene, anna) == ["jobs"]


@pytest.mark.parametrize("words", ["gdp", "火星", "today"])
async def test_where_there_is_none_those_there_are_are_shown(scene: Scene, anna: User, words: str) -> None:
    await subscribe(scene, anna, JOBS)
    answer = await scene.ask(anna, f"/unsubscribe {words}")
    assert answer.text.startswith(f"🔔 没有订阅“{words}”")
    assert "!sub.1" in buttons_of(answer)
    assert await subjects(scene, anna) == ["jobs"]


async def test_it_is_said_in_english_too(scene: Scene, boris: User) -> None:
    answer = await scene.ask(boris, "/unsubscribe jobs")
    assert answer.text.startswith("🔔 No subscription to “jobs”\nChoose step by step below")
    say = phrases("en")
    for line in ("jobs workdays 08:30", "jobs daily 09:30"):
        await scene.press(boris, await scene.ask(boris, f"/subscribe {line}"), say("button-make"))
    which = await scene.ask(boris, "/unsubscribe jobs")
    assert which.text.startswith("🔔 Which one to end\nTap one to end it")


async def test_what_the_report_no_longer_has_ends_by_its_id(scene: Scene, anna: User) -> None:
    await subscribe(scene, anna, JOBS)
    schedule = (await scene.store.subscriptions.get(anna.id, 1)).schedule
    await scene.store.subscriptions.add(anna.id, 0, "zzzzzz", schedule, scene.now)
    await scene.ask(anna, "/unsubscribe Zzzzzz")
    assert await subjects(scene, anna) == ["jobs"]


async def test_another_topics_subscription_is_not_meant(scene: Scene, forum: Chat, anna: User) -> None:
    await subscribe(scene, anna, JOBS, chat=forum)
    topic = scene.telegram.create_topic(forum, "Jobs").id
    answer = await scene.ask(anna, "/unsubscribe jobs", forum, topic)
    assert answer.text.startswith("🔔 没有订阅“jobs”")
    assert await subjects(scene, forum) == ["jobs"]


async def test_a_member_ends_nothing(scene: Scene, group: Chat, anna: User, boris: User) -> None:
    await subscribe(scene, anna, JOBS, JOBS_DAILY, chat=group)
    assert SAY("refused-member") in (await scene.ask(boris, "/unsubscribe jobs", group)).text
    which = await scene.ask(anna, "/unsubscribe jobs", group)
    assert await scene.press(boris, which, "!end.1", group) == which
    assert scene.telegram.alerts[-1].text == SAY("notice-administrators")
    assert await subjects(scene, group) == ["jobs", "jobs"]
