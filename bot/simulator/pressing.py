"""What people do with what the bot offers: press buttons, ask inline, send an inline result."""

from bot.simulator.chats import Json, Message
from bot.simulator.faults import ImpossibleActionError
from bot.simulator.formatting import format_text
from bot.simulator.keyboards import checked_markup
from bot.simulator.queries import InlineAnswer
from bot.simulator.shown import shown_message
from bot.simulator.wire import chat_json, user_json
from bot.simulator.world import ChatRef, UserRef
from bot.simulator.writing import MessageRef, Writing


class Pressing(Writing):
    """Like writing: each action returns its update, and raises ImpossibleActionError."""

    def press(
        self,
        chat: ChatRef,
        user: UserRef,
        message: MessageRef,
        button: str,
        *,
        inaccessible: bool = False,
    ) -> Json:
        """Press the button with this callback data, else with this text.

        A button of a reply keyboard sends its text. With `inaccessible` the bot is shown the message as one
        too old to be shown; so is a deleted one.
        """
        pressed = shown_message(self._message(chat, message), self.bot.id)
        if any(button in row for row in pressed.keyboard):
            return self.send(chat, user, button)
        try:
            data = pressed.button(button).callback_data
        except LookupError as error:
            raise ImpossibleActionError(str(error)) from error
        if data is None:
            raise ImpossibleActionError(f"button {button!r} does not call the bot")
        return self.forge_press(chat, user, message, data, inaccessible=inaccessible)

    def forge_press(
        self,
        chat: ChatRef,
        user: UserRef,
        message: MessageRef,
        data: str,
        *,
        inaccessible: bool = False,
    ) -> Json:
        """Send callback data of one's own making, as changed clients can."""
        origin, who = self._message(chat, message), self.user(user)
        self._check_present(origin.chat, who)
        query: Json = {
            "id": self.queries.open_callback(who.id, self.clock().timestamp()),
            "from": user_json(who),
            "chat_instance": str(abs(origin.chat.id) * 31),
            "data": data,
        }
        if origin.inline_id:
            query["inline_message_id"] = origin.inline_id
        elif inaccessible or origin.is_deleted:
            query["message"] = {"chat": chat_json(origin.chat), "message_id": origin.id, "date": 0}
        else:
            query["message"] = self.message_json(origin)
        return self.updates.add("callback_query", query)

    def inline_query(self, user: UserRef, query: str, *, offset: str = "", chat_type: str = "sender") -> Json:
        """Type `@bot query` somewhere."""
        who = self.user(user)
        query_id = self.queries.open_inline(who.id, query, self.clock().timestamp())
        payload = {"id": query_id, "from": user_json(who), "query": query, "offset": offset}
        return self.updates.add("inline_query", payload | {"chat_type": chat_type})

    def choose_inline_result(
        self, chat: ChatRef, user: UserRef, query_id: str, result_id: str, *, topic: int | None = None
    ) -> Json:
        """Send one of the bot's results into a chat; the update is that of the message."""
        answer = next((given for given in self.queries.inline_answers if given.query_id == query_id), None)
        if answer is None:
            raise ImpossibleActionError(f"the bot has not answered inline query {query_id}")
        try:
            result = answer.result(result_id)
        except LookupError as error:
            raise ImpossibleActionError(str(error)) from error
        message = self._send_result(chat, user, result, topic)
        if self.rules.inline_feedback:
            self._report_choice(answer, result_id, message)
        return self._tell(message)

    def _send_result(self, chat: ChatRef, user: UserRef, result: Json, topic: int | None) -> Message:
        content = result["input_message_content"]
        parse_mode, entities = content.get("parse_mode", ""), content.get("entities", ())
        message = self._write(
            chat,
            user,
            None,
            topic,
            body=format_text(content["message_text"], parse_mode, entities),
            via_bot=self.bot,
            reply_markup=checked_markup(result.get("reply_markup")),
        )
        if message.reply_markup:  # only what has buttons can be edited later
            message.inline_id = self.queries.new_id()
            self.queries.inline_messages[message.inline_id] = message
        return message

    def _report_choice(self, answer: InlineAnswer, result_id: str, message: Message) -> None:
        user = self.user(answer.user_id)
        chosen = {"result_id": result_id, "from": user_json(user), "query": answer.query}
        if message.inline_id:
            chosen["inline_message_id"] = message.inline_id
        self.updates.add("chosen_inline_result", chosen)
