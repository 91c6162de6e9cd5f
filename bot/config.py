"""config.yaml and the environment to a frozen Config; all problems at once."""

import os
import re
from collections.abc import Mapping
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, SecretStr, ValidationError

from bot.errors import ConfigError
from bot.report.documents import Document, UnreadableError, read_text, read_yaml
from bot.report.model import Voice
from bot.report.shapes import problems_of

_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]{3,}", re.ASCII)  # Telegram's are longer, other servers' need not be


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


def _url(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.port == 0:
        raise ValueError("must begin with http:// or https:// and name a host")
    return value.rstrip("/")


def _address(value: str) -> str:
    try:
        ip_address(value)
    except ValueError as error:
        raise ValueError(
            "must be an address of this machine: 127.0.0.1, or 0.0.0.0 for all it has"
        ) from error
    return value


def _zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (ValueError, LookupError, OSError) as error:
        raise ValueError("is not a time zone; write one such as Asia/Shanghai") from error
    return value


Url = Annotated[str, AfterValidator(_url)]


class WebhookConfig(_Section):
    """Where Telegram brings messages, and where we wait for it; without a URL they are asked for."""

    url: Url | None = None
    listen: Annotated[str, AfterValidator(_address)] = "127.0.0.1"
    port: Annotated[int, Field(ge=0, le=65535)] = 8080  # 0 is any that is free


def _database(value: str) -> str:
    scheme, rest = value.partition("://")[::2]
    if scheme not in ("sqlite", "postgresql") or (scheme == "postgresql" and not rest):
        raise ValueError("must be sqlite:///path/to/file.db or postgresql://user@host/database")
    return value


class TelegramConfig(_Section):
    """How to reach Telegram, and how Telegram reaches us."""

    base_url: Url = "https://api.telegram.org"
    proxy: Url | None = None
    poll_seconds: Annotated[int, Field(ge=0, le=50)] = 30
    concurrent_updates: Annotated[int, Field(ge=1, le=1024)] = 64
    messages_per_second: Annotated[int, Field(ge=1, le=1000)] = 30
    # A section whose lines are all commented out is null.
    webhook: Annotated[WebhookConfig, BeforeValidator(lambda given: {} if given is None else given)] = (
        WebhookConfig()
    )


class ReportConfig(_Section):
    """Where the digest and the report's text lie."""

    content: Path = Path("content")
    seeds: Path = Path("seeds")


class DeliveryConfig(_Section):
    """How scheduled briefings go out."""

    fresh_hours: Annotated[int, Field(ge=1, le=72)] = 12


class AccessConfig(_Section):
    """Who may use the bot, by Telegram's numbers; without users and chats, everybody."""

    users: tuple[int, ...] = ()
    chats: tuple[int, ...] = ()
    operators: tuple[int, ...] = ()


class LogConfig(_Section):
    """How much is logged."""

    level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"


class Config(_Section):
    """Everything an operator can set; every field has a default."""

    telegram: TelegramConfig = TelegramConfig()
    report: ReportConfig = ReportConfig()
    delivery: DeliveryConfig = DeliveryConfig()
    access: AccessConfig = AccessConfig()
    log: LogConfig = LogConfig()
    language: Voice = "zh"
    time_zone: Annotated[str, AfterValidator(_zone)] = "Asia/Shanghai"
    data: Path = Path("data")
    database: Annotated[str, AfterValidator(_database)] | None = None
    token: SecretStr | None = Field(default=None, exclude=True)  # from the environment only

    @property
    def zone(self) -> ZoneInfo:
        """The zone `today` is reckoned in."""
        return ZoneInfo(self.time_zone)

    @property
    def database_url(self) -> str:
        """Where subscriptions are kept: as set, else one SQLite file among the data."""
        return self.database or f"sqlite:///{self.data / 'bot.db'}"


def load_config(path: Path | None, environment: Mapping[str, str] | None = None) -> Config:
    """Reads the file (without one: `config.yaml` if it is there, else the defaults) and the token.

    Raises ConfigError with every problem as `file:line: field: what is wrong and what to do`.
    """
    environment = os.environ if environment is None else environment
    if path is None and Path("config.yaml").exists():
        path = Path("config.yaml")
    problems: list[str] = []
    config = _from_file(path, problems) if path else Config()
    token = _token(environment, problems)
    if problems or config is None:
        raise ConfigError(problems)
    return config.model_copy(update={"token": token})


def _from_file(path: Path, problems: list[str]) -> Config | None:
    try:
        document = read_yaml(path)
    except UnreadableError as error:
        problems.append(str(error))
        return None
    if "token" in document.data:
        problems.append(
            document.problem(("token",), "secrets do not belong in a file; set BOT_TOKEN instead")
        )
    try:
        return _relative_to(path.parent, Config.model_validate(document.data))
    except ValidationError as error:
        problems.extend(_unique(document, error, problems))
        return None


def _unique(document: Document, error: ValidationError, known: list[str]) -> list[str]:
    return [problem for problem in problems_of(document, error) if problem not in known]


def _relative_to(folder: Path, config: Config) -> Config:
    """Folders named in a file are meant from where the file lies."""
    report = {name: folder / getattr(config.report, name) for name in config.report.model_fields_set}
    data = folder / config.data if "data" in config.model_fields_set else config.data
    return config.model_copy(update={"report": config.report.model_copy(update=report), "data": data})


def _token(environment: Mapping[str, str], problems: list[str]) -> SecretStr | None:
    token, file = environment.get("BOT_TOKEN", "").strip(), environment.get("BOT_TOKEN_FILE", "").strip()
    if token and file:
        problems.append("environment:1: BOT_TOKEN: set together with BOT_TOKEN_FILE; keep one of them")
        return None
    if file:
        try:
            token = read_text(Path(file), largest=4096).strip()
        except UnreadableError as error:
            problems.append(str(error))
            return None
    if token and not _TOKEN.fullmatch(token):
        problems.append(
            "environment:1: BOT_TOKEN: is no bot token; copy it whole from @BotFather (12345:AB…)"
        )
        return None
    return SecretStr(token) if token else None
