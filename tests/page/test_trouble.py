"""What can go wrong for a bot, ordered on the page and seen there."""

import pytest
from playwright.sync_api import Page, expect

from tests.page.screen import ask, box, chat_row, composer, open_chat, panel, press, send, speak_as, topic
from tests.page.site import Group, Person, Site


@pytest.fixture
def group(site: Site, person: Person, page: Page) -> Group:
    """A basic group of the person's, open."""
    group = site.add_group("办公群", person, basic=True)
    open_chat(page, group.title)
    return group


def test_a_bot_that_is_blocked_cannot_write_until_it_is_not(page: Page, site: Site, person: Person) -> None:
    press(panel(page, "状况"), "屏蔽机器人")
    expect(box(page)).to_be_hidden()
    assert "blocked" in site.caller.refusal("sendMessage", chat_id=person.id, text="你在吗")
    newest = panel(page, "动作").get_by_role("listitem").first
    expect(newest).to_contain_text("403 Forbidden: bot was blocked")
    press(composer(page), "解除屏蔽")
    ask(page, "/areas", "📌")


@pytest.mark.usefixtures("group")
def test_a_bot_that_was_removed_comes_back(page: Page) -> None:
    press(panel(page, "状况"), "移出机器人")
    press(panel(page, "状况"), "拉机器人进群")
    expect(panel(page, "状况").get_by_role("button", name="移出机器人")).to_be_visible()
    ask(page, "/areas@briefing_bot", "Briefing bot")


@pytest.mark.usefixtures("group")
def test_the_bot_becomes_an_administrator(page: Page) -> None:
    press(panel(page, "状况"), "设机器人为管理员")
    press(panel(page, "状况"), "撤销机器人的管理员")
    expect(panel(page, "状况").get_by_role("button", name="设机器人为管理员")).to_be_visible()


def test_a_basic_group_moves_and_one_moves_with_it(page: Page, group: Group) -> None:
    expect(page.get_by_role("main")).to_contain_text("普通群组")
    press(panel(page, "状况"), "升级为超级群组")
    expect(page.get_by_role("log")).to_contain_text("群组已升级为超级群组")
    expect(page.get_by_role("main")).not_to_contain_text("普通群组")
    expect(chat_row(page, group.title)).to_have_count(1)
    ask(page, "/areas@briefing_bot", "Briefing bot")


def test_a_deleted_group_is_gone(page: Page, group: Group) -> None:
    press(panel(page, "状况"), "删除群组")
    press(page.get_by_role("dialog"), "删除群组")
    expect(chat_row(page, group.title)).to_have_count(0)


@pytest.mark.usefixtures("group")
def test_a_group_gets_another_name(page: Page) -> None:
    press(panel(page, "状况"), "修改群名")
    page.get_by_role("dialog").get_by_role("textbox").fill("新名字")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="新名字", level=1)).to_be_visible()
    expect(page.get_by_role("log")).to_contain_text("将群组改名为“新名字”")


def test_members_are_promoted_and_removed(page: Page, site: Site, group: Group) -> None:
    member = site.add_person()
    site.caller.do("add_member", chat=group.id, person=member.id)
    status = panel(page, "状况").get_by_label(f"{member.name} 的身份")
    status.select_option("administrator")
    expect(status).to_have_value("administrator")
    status.select_option("kicked")
    expect(status).to_have_value("kicked")


@pytest.mark.usefixtures("group")
def test_members_may_be_kept_from_writing(page: Page) -> None:
    switch = panel(page, "状况").get_by_role("switch", name="允许成员发言")
    switch.click()
    expect(switch).to_have_attribute("aria-checked", "false")
    switch.click()
    expect(switch).to_have_attribute("aria-checked", "true")


def test_topics_are_made_closed_and_deleted(page: Page, site: Site, person: Person) -> None:
    open_chat(page, site.add_group("论坛", person, forum=True).title)
    tab = panel(page, "状况")
    press(tab, "新建话题")
    page.get_by_role("dialog").get_by_role("textbox").fill("民生")
    page.keyboard.press("Enter")
    expect(topic(page, "民生")).to_have_attribute("aria-current", "true")
    press(tab, "关闭话题“民生”")
    expect(topic(page, "民生").get_by_label("已关闭")).to_be_visible()
    press(tab, "删除话题“民生”")
    press(page.get_by_role("dialog"), "删除")
    expect(topic(page, "民生")).to_have_count(0)


def test_calls_fail_as_often_as_ordered(page: Page) -> None:
    tab = panel(page, "状况")
    tab.get_by_label("次数").fill("2")
    press(tab, "429 太频繁")
    expect(tab.get_by_role("list", name="还没发生的故障")).to_contain_text("还有 2 次")
    send(page, "/areas")
    calls = panel(page, "动作").get_by_role("listitem")
    # The answer, then the apology.
    expect(calls.filter(has_text="429 Too Many Requests: retry after 5")).to_have_count(2)
    expect(panel(page, "状况")).to_contain_text("没有安排故障")


def test_what_was_ordered_for_one_chat_does_not_touch_another(page: Page, site: Site, person: Person) -> None:
    group = site.add_group("别的群", person)
    press(panel(page, "状况"), "500 服务器错误")
    open_chat(page, group.title)
    ask(page, "/areas@briefing_bot", "Briefing bot")
    press(panel(page, "状况"), "全部清除")


def test_the_bots_calls_are_listed_with_what_they_said(page: Page) -> None:
    ask(page, "/areas", "📌")
    newest = panel(page, "动作").get_by_role("listitem").first
    expect(newest).to_contain_text("sendMessage")
    expect(newest).to_contain_text("2026年重点工作")


def test_people_and_groups_are_made_on_the_page(page: Page) -> None:
    tab = panel(page, "人和群")
    tab.get_by_text("添加一个人").click()
    tab.get_by_label("名字", exact=True).fill("新来的")
    tab.get_by_role("button", name="添加", exact=True).click()
    expect(page.get_by_role("button", name="当前身份：新来的")).to_be_visible()
    tab.get_by_text("新建群组").click()
    tab.get_by_label("群名").fill("新来的群")
    tab.get_by_role("button", name="创建", exact=True).click()
    expect(page.get_by_role("heading", name="新来的群", level=1)).to_be_visible()


@pytest.mark.usefixtures("group")
def test_people_come_into_a_group_and_go(page: Page, site: Site) -> None:
    guest = site.add_person()
    tab = panel(page, "人和群")
    press(tab, f"把 {guest.name} 拉进群")
    expect(page.get_by_role("log")).to_contain_text(f"邀请了 {guest.name}")
    press(tab, f"把 {guest.name} 移出群")
    expect(page.get_by_role("log")).to_contain_text(f"移出了 {guest.name}")


def test_a_person_who_leaves_telegram_says_no_more(tab: Page, newcomer: Person) -> None:
    speak_as(tab, newcomer)
    press(panel(tab, "人和群"), f"注销 {newcomer.name} 的账号")
    press(tab.get_by_role("dialog"), "注销")
    expect(tab.get_by_text("这个账号已注销，不能发言")).to_be_visible()
