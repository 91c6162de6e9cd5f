"""Asking the bot inline, in any chat."""

from bot.simulator.chats import Chat, User
from bot.simulator.faults import ApiError
from tests.telegram.scene import Scene


async def test_an_inline_query_is_answered_for_this_person_alone(scene: Scene, anna: User) -> None:
    await scene.feed(scene.telegram.inline_query(anna, "就业"))
    (answer,) = scene.telegram.queries.inline_answers
    assert answer.options == {"is_personal": True, "cache_time": 60}
    assert answer.results[0]["id"] == "jobs"


async def test_a_chosen_result_stands_in_the_chat_as_it_was_offered(
    scene: Scene, group: Chat, anna: User
) -> None:
    update = scene.telegram.inline_query(anna, "就业")
    await scene.feed(update)
    scene.telegram.choose_inline_result(group, anna, update["inline_query"]["id"], "jobs")
    said = scene.telegram.messages(group)[-1]
    assert said.text.startswith("“全年城镇新增就业3400人以上”（")
    assert said.entities == ()
    assert said.buttons == ()


async def test_a_text_with_references_is_sent_as_the_person_wrote_it(
    scene: Scene, group: Chat, anna: User
) -> None:
    update = scene.telegram.inline_query(anna, "*今年* <i>+就业+</i>")
    await scene.feed(update)
    scene.telegram.choose_inline_result(group, anna, update["inline_query"]["id"], "draft.figure")
    assert scene.telegram.messages(group)[-1].text == "*今年* <i>3400人以上</i>"


async def test_further_results_are_given_when_they_are_asked_for(scene: Scene, anna: User) -> None:
    await scene.feed(scene.telegram.inline_query(anna, "发展"))
    first = scene.telegram.queries.inline_answers[0]
    await scene.feed(scene.telegram.inline_query(anna, "发展", offset=first.options["next_offset"]))
    second = scene.telegram.queries.inline_answers[1]
    assert len(first.results) == 50
    assert not {result["id"] for result in first.results} & {result["id"] for result in second.results}


async def test_a_chosen_result_is_no_question(scene: Scene, anna: User) -> None:
    update = scene.telegram.inline_query(anna, "就业")
    await scene.feed(update)
    chosen = scene.telegram.choose_inline_result(anna, anna, update["inline_query"]["id"], "jobs")
    await scene.feed(chosen)
    assert scene.answers(anna) == []


async def test_an_answer_that_comes_too_late_troubles_nobody(scene: Scene, anna: User) -> None:
    late = ApiError(400, "Bad Request: query is too old and response timeout expired or query ID is invalid")
    scene.telegram.fail_next("answerInlineQuery", late)
    await scene.feed(scene.telegram.inline_query(anna, "就业"))
    assert scene.telegram.queries.inline_answers == []
