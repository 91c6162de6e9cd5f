"""Updates of one chat in order, of different chats at the same time, and not too many."""

import asyncio

import pytest
from telegram import Update

from bot.simulator.chats import Chat, User
from bot.telegram.order import ChatOrder, chat_of
from tests.telegram.scene import Scene


class Counter:
    """Work for updates: each piece is noted when it begins and ends, and waits until it is let go."""

    def __init__(self, room: int = 64) -> None:
        self.order = ChatOrder(room)
        self.notes: list[str] = []
        self._gates: dict[str, asyncio.Event] = {}

    def queue(self, chat: int, name: str, *, failing: bool = False) -> asyncio.Task[None]:
        """An update of the chat comes in."""
        self._gates[name] = asyncio.Event()
        message = {"message_id": 1, "date": 0, "chat": {"id": chat, "type": "private"}}
        update = Update.de_json({"update_id": 1, "message": message}, None)
        return asyncio.create_task(self.order.process_update(update, self._work(name, failing=failing)))

    async def let_go(self, *names: str) -> None:
        """Lets these pieces end and everything else go as far as it can."""
        for name in names:
            self._gates[name].set()
        for _ in range(20):
            await asyncio.sleep(0)

    async def _work(self, name: str, *, failing: bool) -> None:
        self.notes.append(f"{name}…")
        await self._gates[name].wait()
        if failing:
            raise ValueError(name)
        self.notes.append(name)


async def test_updates_of_one_chat_are_handled_one_after_the_other() -> None:
    counter = Counter()
    tasks = [counter.queue(1, name) for name in "abc"]
    await counter.let_go("c", "b")
    assert counter.notes == ["a…"]
    await counter.let_go("a")
    assert counter.notes == ["a…", "a", "b…", "b", "c…", "c"]
    await asyncio.gather(*tasks)


async def test_updates_of_different_chats_are_handled_at_the_same_time() -> None:
    counter = Counter()
    tasks = [counter.queue(1, "a"), counter.queue(2, "b")]
    await counter.let_go("b")
    assert counter.notes == ["a…", "b…", "b"]
    await counter.let_go("a")
    await asyncio.gather(*tasks)


async def test_no_more_than_so_many_are_handled_at_the_same_time() -> None:
    counter = Counter(room=2)
    tasks = [counter.queue(chat, str(chat)) for chat in range(4)]
    await counter.let_go()
    assert counter.notes == ["0…", "1…"]
    await counter.let_go("1")
    assert counter.notes == ["0…", "1…", "1", "2…"]
    await counter.let_go("0", "2", "3")
    await asyncio.gather(*tasks)


async def test_a_chat_with_many_updates_waiting_holds_up_nobody_else() -> None:
    counter = Counter(room=2)
    tasks = [counter.queue(1, name) for name in "abcde"]
    tasks.append(counter.queue(2, "other"))
    await counter.let_go("other")
    assert counter.notes == ["a…", "other…", "other"]
    await counter.let_go(*"abcde")
    await asyncio.gather(*tasks)


async def test_a_failure_does_not_block_its_chat() -> None:
    counter = Counter()
    failing, next_one = counter.queue(1, "a", failing=True), counter.queue(1, "b")
    await counter.let_go("a", "b")
    assert counter.notes == ["a…", "b…", "b"]
    with pytest.raises(ValueError, match="a"):
        await failing
    await next_one


async def test_what_is_cancelled_while_it_waits_disturbs_nobody() -> None:
    counter = Counter()
    first, waiting = counter.queue(1, "a"), counter.queue(1, "b")
    await counter.let_go()
    waiting.cancel()
    await counter.let_go("a")
    assert counter.notes == ["a…", "a"]
    await first


async def test_at_the_end_what_is_still_in_work_is_given_up() -> None:
    counter = Counter()
    tasks = [counter.queue(1, "a"), counter.queue(1, "b"), counter.queue(2, "c")]
    await counter.let_go()
    await counter.order.shutdown()
    assert counter.notes == ["a…", "c…"]
    assert [type(end) for end in await asyncio.gather(*tasks, return_exceptions=True)] == [
        asyncio.CancelledError
    ] * 3


async def test_nothing_is_remembered_of_a_chat_that_went_quiet() -> None:
    counter = Counter()
    tasks = [counter.queue(1, "a"), counter.queue(1, "b")]
    await counter.let_go("a", "b")
    await asyncio.gather(*tasks)
    assert counter.order._last == {}
    assert counter.order._in_work == set()


async def test_a_press_belongs_to_the_chat_of_its_message(scene: Scene, group: Chat, anna: User) -> None:
    shown = await scene.ask(anna, "/areas", group)
    update = scene.telegram.press(group, anna, shown, "industry.0.z")
    assert chat_of(Update.de_json(update, scene.application.bot)) == group.id


async def test_an_inline_query_belongs_to_its_person(scene: Scene, anna: User) -> None:
    update = scene.telegram.inline_query(anna, "jobs")
    assert chat_of(Update.de_json(update, scene.application.bot)) == anna.id


def test_what_belongs_to_nobody_has_a_place_of_its_own() -> None:
    assert chat_of(object()) == 0
    assert chat_of(Update(1)) == 0


async def test_one_can_wait_until_fewer_updates_are_in_work() -> None:
    counter = Counter()
    tasks = [counter.queue(1, "a"), counter.queue(2, "b")]
    await counter.let_go()
    waiting = asyncio.create_task(counter.order.fewer_than(2))
    await counter.let_go()
    assert not waiting.done()
    await counter.let_go("a")
    assert waiting.done()
    await counter.let_go("b")
    await asyncio.gather(*tasks)
