"""The queue of updates."""

from bot.simulator.updates import UpdateQueue


def _queue_of(*kinds: str) -> UpdateQueue:
    queue = UpdateQueue()
    for kind in kinds:
        queue.add(kind, {})
    return queue


def test_updates_stay_until_a_later_one_is_asked_for() -> None:
    queue = _queue_of("message", "message", "message")
    assert [update["update_id"] for update in queue.get(limit=2)] == [1, 2]
    assert [update["update_id"] for update in queue.get(offset=2)] == [2, 3]
    assert [update["update_id"] for update in queue.get()] == [2, 3]


def test_a_negative_offset_keeps_the_newest_and_forgets_the_rest() -> None:
    queue = _queue_of("message", "message", "message")
    assert [update["update_id"] for update in queue.get(offset=-2)] == [2, 3]
    assert len(queue) == 2


def test_a_large_negative_offset_keeps_all() -> None:
    queue = _queue_of("message")
    assert len(queue.get(offset=-100)) == 1


def test_some_kinds_come_on_request_only() -> None:
    queue = _queue_of("chat_member", "message_reaction", "my_chat_member")
    assert [update for update in queue.get() if "my_chat_member" in update] == queue.get()


def test_only_the_kinds_asked_for_come() -> None:
    queue = UpdateQueue()
    queue.allow(["chat_member"])
    queue.allow(None)
    assert queue.add("chat_member", {})["update_id"] == 1
    assert queue.add("message", {"text": "x"}) == {"update_id": 0, "message": {"text": "x"}}


def test_asking_for_no_kind_by_name_means_the_usual_ones() -> None:
    queue = UpdateQueue()
    queue.allow(["chat_member"])
    queue.allow([])
    assert queue.add("message", {})["update_id"] == 1


def test_who_waits_is_interrupted_by_the_next_to_wait() -> None:
    queue, heard = UpdateQueue(), list[str]()
    queue.claim(lambda: heard.append("first"))
    queue.claim(lambda: heard.append("second"))
    assert heard == ["first"]
