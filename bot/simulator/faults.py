"""What can go wrong between the bot and Telegram: refusals, lost requests, and how a test orders them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from bot.errors import BriefingBotError


class ApiError(BriefingBotError):
    """Telegram answers, and the answer is no: HTTP status, wording, and what it says besides."""

    def __init__(self, code: int, description: str, parameters: Mapping[str, int] | None = None) -> None:
        self.code = code
        self.description = description
        self.parameters = dict(parameters or {})
        super().__init__(f"{code} {description}")

    def as_json(self) -> dict[str, Any]:
        """The answer as Telegram puts it on the wire."""
        answer: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            answer["parameters"] = self.parameters
        return answer


def bad_request(reason: str) -> ApiError:
    return ApiError(400, f"Bad Request: {reason}")


def forbidden(reason: str) -> ApiError:
    return ApiError(403, f"Forbidden: {reason}")


def too_many_requests(seconds: int) -> ApiError:
    return ApiError(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})


class NetworkFault(Enum):
    """No answer comes at all. What the bot cannot know is whether Telegram did what it was asked."""

    CONNECTION_RESET = "the connection broke before Telegram had the request"
    TIMED_OUT = "Telegram did as asked, and the answer was lost"


class LostAnswerError(BriefingBotError):
    """The request got no answer; `fault` says what became of it."""

    def __init__(self, fault: NetworkFault) -> None:
        self.fault = fault
        super().__init__(fault.value)


class ImpossibleActionError(BriefingBotError):
    """A person cannot do this in Telegram: the button is not there, the user is not in the group."""


Fault = ApiError | NetworkFault
ANY_METHOD = "*"


@dataclass(slots=True)
class FaultOrder:
    """The next `times` calls of a method, of any chat or of one, shall fail."""

    method: str
    fault: Fault
    chat_id: int | None
    times: int

    def fits(self, method: str, chat_id: object) -> bool:
        # Whoever says "any method" means what the bot does, not that it listens.
        called = self.method == method or (self.method == ANY_METHOD and method != "getUpdates")
        return called and self.chat_id in {None, chat_id}


@dataclass(slots=True)
class FaultPlan:
    """Which of the coming calls shall fail; each order is used up in the sequence of its placing."""

    orders: list[FaultOrder] = field(default_factory=list)
    is_cut: bool = False  # no call gets through, and none is used up

    def add(self, method: str, fault: Fault, chat_id: int | None, times: int) -> None:
        self.orders.append(FaultOrder(method, fault, chat_id, times))

    def take(self, method: str, chat_id: object) -> Fault | None:
        """The fault ordered for this call, if any; it counts as used."""
        if self.is_cut:
            return NetworkFault.CONNECTION_RESET
        for order in self.orders:
            if order.fits(method, chat_id):
                order.times -= 1
                self.orders = [order for order in self.orders if order.times > 0]
                return order.fault
        return None
