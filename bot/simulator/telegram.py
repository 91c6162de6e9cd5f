"""The local Telegram: what people do in it, what the bot calls in it, and what there is to see."""

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.simulator.channels import Channels
from bot.simulator.chats import Json, User
from bot.simulator.faults import ApiError, Fault, LostAnswerError, NetworkFault
from bot.simulator.files import UploadedFile
from bot.simulator.groups import Groups
from bot.simulator.methods import METHODS, Method
from bot.simulator.objects import OBJECTS
from bot.simulator.parameters import Reader
from bot.simulator.pressing import Pressing
from bot.simulator.shown import Call, CallbackAnswer, ShownMessage, shown_message
from bot.simulator.world import ChatRef, Clock, Rules, UserRef

KEPT_CALLS = 1000


@dataclass(frozen=True, slots=True)
class BotIdentity:
    """Who the bot is."""

    id: int = 7_000_000_001
    username: str = "briefing_bot"
    name: str = "Briefing bot"


BOT = BotIdentity()
USUAL = Rules()
_NO_FILES: Mapping[str, UploadedFile] = {}


class LocalTelegram(Pressing, Groups, Channels):
    """All of Telegram that one bot gets to see, in memory.

    One thread at a time may use it, but people may act from another while the bot waits for updates.
    """

    def __init__(self, clock: Clock, bot: BotIdentity = BOT, rules: Rules = USUAL) -> None:
        """The clock gives aware times; messages are dated and limits kept by it."""
        super().__init__(clock, User(bot.id, bot.name, username=bot.username, is_bot=True), rules)
        self.calls: deque[Call] = deque(maxlen=KEPT_CALLS)
        self._watchers: list[Callable[[Call], None]] = []

    # the bot's side

    def call(
        self, method: str, params: Mapping[str, Any], files: Mapping[str, UploadedFile] = _NO_FILES
    ) -> Any:
        """Do what a method of the Bot API does, and return its result.

        Values may be those of a form (text, JSON in text) or of a JSON body. `files` are the uploads, by the
        name of their parameter or as `attach://name` names them. getUpdates does not wait.

        Raises:
            ApiError: Telegram refuses.
            LostAnswerError: a network fault was ordered for this call.
        """
        given = dict(params)
        try:
            given = self.read(method, params, files)
            result = self._answer(method, given)
        except (ApiError, LostAnswerError) as error:
            self._record(Call(method, given, None, error, self.clock()))
            raise
        self._record(Call(method, given, result, None, self.clock()))
        return result

    def read(
        self, method: str, params: Mapping[str, Any], files: Mapping[str, UploadedFile] = _NO_FILES
    ) -> Json:
        """The parameters of a call, checked and in their own types."""
        reader = Reader(OBJECTS, files, is_strict=self.rules.strict_parameters)
        return reader.parameters(self._method(method).parameters, params)

    def _method(self, method: str) -> Method:
        if method not in METHODS:
            raise ApiError(404, "Not Found")
        if self.is_logged_out:
            raise ApiError(400, "Logged out")
        return METHODS[method]

    def _answer(self, method: str, given: Json) -> Any:
        target = self.find(given.get("chat_id", 0))
        fault = self.faults.take(method, target and target.id)
        if fault is not None:
            self.changed(self.faults)
        if isinstance(fault, ApiError):
            raise fault
        if fault is NetworkFault.CONNECTION_RESET:
            raise LostAnswerError(fault)
        result = self._method(method).handle(self, given)
        if fault is not None:
            raise LostAnswerError(fault)
        return result

    def fail_next(self, method: str, error: Fault, chat_id: ChatRef | None = None, times: int = 1) -> None:
        """Let the next calls of this method (`*`: any) fail; with `chat_id` only those to this chat."""
        self.faults.add(method, error, None if chat_id is None else self.chat(chat_id).id, times)
        self.changed(self.faults)

    def cut_network(self) -> None:
        """From now on no call gets through; what people do waits."""
        self.faults.is_cut = True
        self.changed(self.faults)
        self.updates.wake()

    def restore_network(self) -> None:
        self.faults.is_cut = False
        self.changed(self.faults)
        self.updates.wake()

    def end_trouble(self) -> None:
        """No more faults, the network is there, and a bot that has logged out is let in again."""
        self.is_logged_out = False
        self.faults.orders = []
        self.restore_network()

    def set_rules(self, rules: Rules) -> None:
        self.rules = rules
        self.changed(rules)

    def _record(self, call: Call) -> None:
        self.calls.append(call)
        for watcher in tuple(self._watchers):
            watcher(call)

    def watch_calls(self, watcher: Callable[[Call], None]) -> Callable[[], None]:
        """Call the watcher after each call of the bot; what comes back ends it."""
        self._watchers.append(watcher)
        return lambda: self._watchers.remove(watcher)

    # what there is to see

    def messages(self, chat: ChatRef) -> list[ShownMessage]:
        """What stands in the chat, oldest first; service messages and deleted ones left out."""
        standing = [message for message in self.chat(chat).messages.values() if not message.is_deleted]
        return [shown_message(message, self.bot.id) for message in standing if not message.service]

    def calls_of(self, method: str) -> list[Call]:
        return [call for call in self.calls if call.method == method]

    def menu(self, chat: ChatRef, user: UserRef) -> list[Json]:
        """The bot's commands as this person sees them in this chat."""
        return list(self.profile.menu(self.chat(chat), self.user(user)))

    @property
    def alerts(self) -> list[CallbackAnswer]:
        """The answers to pressed buttons, oldest first."""
        return self.queries.alerts
