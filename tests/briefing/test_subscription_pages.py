"""What each page about subscriptions says, and what it offers."""

from datetime import UTC, datetime

import pytest

from bot.briefing import subscribing
from bot.briefing.briefing import Fact
from bot.briefing.compose import Composer
from bot.schedule.days import DayOfMonth
from bot.schedule.workdays import published_until
from bot.subscriptions.codes import schedule_of
from tests.briefing.subscription_samples import DAY, FAR, STILL, WORKDAYS, ZONE, addresses, text_of, told


def test_a_time_goes_with_the_days_chosen(composer: Composer) -> None:
    briefing = told(composer, "times")
    first = schedule_of(briefing.links[0].address.split(".")[2], ZONE)
    assert (first.days, briefing.links[0].label) == (DayOfMonth(31), "7:30")


def test_a_proposal_says_what_was_understood_and_when(composer: Composer) -> None:
    briefing = told(composer, "proposal")
    assert briefing.lead == "城镇新增就业，每个法定工作日 8:30"
    assert "11月26日（星期四）8:30 · 11月27日（星期五）8:30 · 11月30日" in text_of(briefing)
    assert briefing.links[0].address.startswith("!make.jobs.w")


def test_a_proposal_in_a_group_says_that_others_see(composer: Composer) -> None:
    assert "大家都能看到" in text_of(told(composer, "proposal in a group"))
    assert "大家都能看到" not in text_of(told(composer, "proposal"))


@pytest.mark.parametrize(
    ("now", "said"),
    [("2028-03-01", "2028年的放假安排"), ("2026-03-01", ""), ("2060-12-28", "2060年的放假安排")],
)
def test_a_proposal_says_when_it_rests_on_monday_to_friday(composer: Composer, now: str, said: str) -> None:
    instant = datetime.fromisoformat(now).replace(tzinfo=UTC)
    context = composer.context("zh", DAY)
    briefing = subscribing.proposal(context, "jobs", WORKDAYS, ZONE, instant, others_see=False)
    assert ("周一至周五推算" in text_of(briefing)) is bool(said)
    assert said in text_of(briefing)


def test_the_last_days_of_december_wait_for_the_next_years_table(composer: Composer) -> None:
    year = published_until()
    context, december = composer.context("zh", DAY), datetime(year, 12, 26, tzinfo=UTC)
    briefing = subscribing.proposal(context, "jobs", WORKDAYS, ZONE, december, others_see=False)
    assert f"{year + 1}年的放假安排尚未公布" in text_of(briefing)


def test_a_day_not_every_month_has_is_pointed_out(composer: Composer) -> None:
    assert "没有31日的月份不推送" in text_of(told(composer, "proposal in a group"))


def test_the_list_says_the_next_time_of_each(composer: Composer) -> None:
    text = text_of(told(composer, "list"))
    assert "每个法定工作日 8:30，下次是11月26日（星期四）8:30" in text
    assert "（America/New_York 时间），已暂停" in text


def test_a_pause_of_the_chat_is_said_first(composer: Composer) -> None:
    briefing = told(composer, "list while paused")
    assert briefing.blocks[0] == Fact("本聊天的推送已全部暂停，到12月1日（星期二）8:00自动恢复")
    assert "!resumeall" in addresses(briefing)
    assert "!pauseall" not in addresses(briefing)


def test_an_empty_list_says_how_to_begin(composer: Composer) -> None:
    briefing = told(composer, "empty list")
    assert addresses(briefing) == ["!new", "!settings"]
    assert "/subscribe" in text_of(briefing)


@pytest.mark.parametrize(("name", "action"), [("card", "!pause.12"), ("paused card", f"!resume.{STILL.id}")])
def test_a_card_offers_to_pause_or_to_resume(composer: Composer, name: str, action: str) -> None:
    assert addresses(told(composer, name))[0] == action


def test_new_times_keep_days_and_zone(composer: Composer) -> None:
    codes = [each.split(".")[2] for each in addresses(told(composer, "new times")) if each.startswith("!re.")]
    assert {(s.days, s.zone) for s in (schedule_of(code, ZONE) for code in codes)} == {(FAR.days, FAR.zone)}


def test_new_days_keep_times_and_zone(composer: Composer) -> None:
    codes = [each.split(".")[2] for each in addresses(told(composer, "new days")) if each.startswith("!re.")]
    assert {(s.times, s.zone) for s in (schedule_of(code, ZONE) for code in codes)} == {(FAR.times, FAR.zone)}


def test_what_was_ended_can_be_had_again(composer: Composer) -> None:
    again = told(composer, "ended").links[0].address
    assert again.startswith("!ask.today.")
    assert schedule_of(again.split(".")[2], ZONE) == FAR


def test_settings_offer_the_opposite_of_what_is_set(composer: Composer) -> None:
    assert addresses(told(composer, "settings"))[1:3] == ["!set.silent.on", "!set.quiet.2200-0700"]
    chosen = addresses(told(composer, "settings chosen"))
    assert chosen[1:4] == ["!set.silent.on", "!set.quiet.off", "!set.members.off"]


def test_quiet_hours_over_midnight_say_so(composer: Composer) -> None:
    assert "22:00 至次日 7:00" in text_of(told(composer, "settings chosen"))


def test_only_the_last_ten_deliveries_are_shown(composer: Composer) -> None:
    assert len(told(composer, "deliveries").blocks) == 10


def test_the_introduction_is_short_and_offers_one_subscription(composer: Composer) -> None:
    briefing = told(composer, "introduction")
    assert len((briefing.lead, *briefing.blocks)) == 3
    [address] = addresses(briefing)
    assert schedule_of(address.removeprefix("!make.today."), ZONE) == WORKDAYS
