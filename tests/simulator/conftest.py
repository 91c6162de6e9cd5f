"""A local Telegram with a person, a group and a forum, the bot in both."""

import pytest

from bot.simulator.chats import Chat, User
from bot.simulator.telegram import LocalTelegram
from tests.simulator.scenes import SetClock


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def telegram(clock: SetClock) -> LocalTelegram:
    return LocalTelegram(clock)


@pytest.fixture
def anna(telegram: LocalTelegram) -> User:
    """Has started the bot."""
    anna = telegram.add_user("Anna", language_code="zh")
    telegram.open_private_chat(anna)
    return anna


@pytest.fixture
def boris(telegram: LocalTelegram) -> User:
    """Has never talked to the bot."""
    return telegram.add_user("Boris", username="boris")


@pytest.fixture
def group(telegram: LocalTelegram, anna: User, boris: User) -> Chat:
    """A supergroup of Anna's with Boris as a member; what its founding queued is gone."""
    group = telegram.create_group("Office", anna)
    telegram.add_member(group, boris)
    telegram.updates.drop()
    return group


@pytest.fixture
def forum(telegram: LocalTelegram, anna: User) -> Chat:
    forum = telegram.create_group("Forum", anna, forum=True)
    telegram.updates.drop()
    return forum
