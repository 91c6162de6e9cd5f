"""A line after /subscribe, in either language: repeated with its next dates, or told what would work."""

from datetime import timedelta

import pytest

from bot.simulator.chats import User
from bot.subscriptions.model import MOST_SUBSCRIPTIONS
from tests.telegram.scene import Scene, buttons_of

DATES = {
    "workdays": ("11月24日（星期二）8:30", "11月25日（星期三）8:30", "11月26日（星期四）8:30"),
    "mon thu": ("11月26日（星期四）9:00", "11月30日（星期一）9:00", "12月3日（星期四）9:00"),
    "mon": ("11月30日（星期一）9:00", "12月7日（星期一）9:00", "12月14日（星期一）9:00"),
    "first": ("12月1日（星期二）9:00", "1月1日（星期五）9:00", "2月1日（星期一）9:00"),
    "twice": ("11月23日（星期一）17:30", "11月24日（星期二）7:00", "11月24日（星期二）17:30"),
}
ENGLISH_DATES = {
    "workdays": ("Tuesday 24 November, 08:30", "Wednesday 25 November, 08:30", "Thursday 26 November, 08:30"),
    "mon thu": ("Thursday 26 November, 09:00", "Monday 30 November, 09:00", "Thursday 3 December, 09:00"),
    "mon": ("Monday 30 November, 09:00", "Monday 7 December, 09:00", "Monday 14 December, 09:00"),
    "first": ("Tuesday 1 December, 09:00", "Friday 1 January, 09:00", "Monday 1 February, 09:00"),
    "twice": ("Monday 23 November, 17:30", "Tuesday 24 November, 07:00", "Tuesday 24 November, 17:30"),
}
# What is typed; how it is repeated in Chinese and in English; its next dates on Monday 23 November at noon.
WISHES = [
    ("jobs workdays 08:30", "城镇新增就业，每个法定工作日 8:30", "workdays"),
    ("就业 工作日 8:30", "城镇新增就业，每个法定工作日 8:30", "workdays"),
    ("area 3 mon,thu 9:00", "核心驱动，每周一、周四 9:00", "mon thu"),
    ("民生 每周一 上午9点", "民生福祉，每周一 9:00", "mon"),
    ("today 每天 8:30", "今日简报，每天 8:30", "workdays"),
    ("targets monthly 1 09:00", "全部量化目标，每月1日 9:00", "first"),
    ("today daily 7:00 and 17:30", "今日简报，每天 7:00、17:30", "twice"),
    ("今日简报 每天早上7点、下午5点半", "今日简报，每天 7:00、17:30", "twice"),
]
IN_ENGLISH = {
    "城镇新增就业，每个法定工作日 8:30": "New urban jobs, every statutory working day at 08:30",
    "核心驱动，每周一、周四 9:00": "Innovation as the core driver, every Monday and Thursday at 09:00",
    "民生福祉，每周一 9:00": "Public wellbeing, every Monday at 09:00",
    "今日简报，每天 8:30": "Today's briefing, every day at 08:30",
    "全部量化目标，每月1日 9:00": "All quantified targets, on the 1st of the month at 09:00",
    "今日简报，每天 7:00、17:30": "Today's briefing, every day at 07:00 and 17:30",
}
# What is typed; what is said of it, with something that would work, in Chinese and in English.
NONSENSE = [
    ("jobs daily 25:00", "没有看懂“25:00”这个时间，可以写 8:30", "“25:00” as a time; 08:30 or 9 am will do"),
    ("jobs 31 Feb 9:00", "没有“31 Feb”这一天，请选1日至31日", "“31 Feb”; please choose a day from 1 to 31"),
    ("就业 2月31日 9点", "没有“2月31日”这一天，请选1日至31日", "“2月31日”; please choose a day from 1 to 31"),
    ("jobs daily 8:30 Mars", "“Mars”这个时区，可以写北京时间", "time zone “Mars”; Beijing time or Asia"),
    (
        "就业 每天 8:30 火星时间",
        "“火星时间”这个时区，可以写北京时间",
        "time zone “火星时间”; Beijing time or",
    ),
]


@pytest.mark.parametrize(("words", "line", "dates"), WISHES)
async def test_a_line_is_repeated_with_the_next_three_dates_before_it_counts(
    scene: Scene, words: str, line: str, dates: str
) -> None:
    anna, boris = scene.person(), scene.person("ru")
    said = (await scene.ask(anna, f"/subscribe {words}")).text.splitlines()
    assert said[:2] == ["🔔 是这样吗", line]
    assert "接下来\u2003" + " · ".join(DATES[dates]) in said
    said = (await scene.ask(boris, f"/subscribe {words}")).text.splitlines()
    assert said[:2] == ["🔔 Is this right", IN_ENGLISH[line]]
    assert "Next on\u2003" + " · ".join(ENGLISH_DATES[dates]) in said
    for person in (anna, boris):
        assert await scene.store.subscriptions.of(person.id) == ()


@pytest.mark.parametrize(("words", "chinese", "english"), NONSENSE)
async def test_nonsense_is_told_what_would_work(scene: Scene, words: str, chinese: str, english: str) -> None:
    for person, sentence, example in (
        (scene.person(), chinese, "例如\u2003/subscribe 就业 工作日 8:30"),
        (scene.person("ru"), english, "For example\u2003/subscribe jobs workdays 08:30"),
    ):
        answer = await scene.ask(person, f"/subscribe {words}")
        assert sentence in answer.text
        assert example in answer.text
        assert not [data for data in buttons_of(answer) if data.startswith("!make")]


@pytest.mark.parametrize(
    ("language", "title", "lead"),
    [
        ("zh-hans", "一个聊天最多20条订阅", "请先退订一条"),
        ("ru", "A chat can have 20 subscriptions at most", "Please end one"),
    ],
)
async def test_of_forty_subscriptions_twenty_count_and_the_rest_are_told_why(
    scene: Scene, language: str, title: str, lead: str
) -> None:
    person = scene.person(language)
    for minute in range(2 * MOST_SUBSCRIPTIONS):
        scene.now += timedelta(minutes=1)  # a person who is no flood
        scene.seconds += 60
        proposal = await scene.ask(person, f"/subscribe today 每天 8:{minute + 10}")
        answer = await scene.press(person, proposal, buttons_of(proposal)[0])
    assert answer.text.splitlines()[0] == f"🔔 {title}"
    assert lead in answer.text
    assert len(await scene.store.subscriptions.of(person.id)) == MOST_SUBSCRIPTIONS


async def test_a_pause_into_another_year_names_the_year(scene: Scene, anna: User, boris: User) -> None:
    assert "到2028年5月2日（星期二）0:00自动恢复" in (await scene.ask(anna, "/pause 2028-05-01")).text
    assert "until Tuesday 2 May 2028, 00:00" in (await scene.ask(boris, "/pause 2028-05-01")).text


async def test_a_zone_on_mars_is_told_what_would_work(scene: Scene, anna: User, boris: User) -> None:
    assert "没有找到“Mars”这个时区，可以写北京时间" in (await scene.ask(anna, "/settings zone Mars")).text
    said = (await scene.ask(boris, "/settings zone Mars")).text
    assert "I do not know the time zone “Mars”; Beijing time or Asia/Urumqi will do." in said
    assert "“”" not in (await scene.ask(anna, "/settings zone")).text
