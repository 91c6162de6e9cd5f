"""python -m bot …: run, simulate, ask, chat, check, preview, deliveries, unanswered, db; thin."""

import asyncio
import signal
import sys
from collections.abc import Callable, Coroutine, Iterable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Annotated, NoReturn, get_args

import typer

from bot import app
from bot.briefing.briefing import first_language
from bot.briefing.phrases import phrases
from bot.config import Config, load_config
from bot.delivery.ports import StorageError
from bot.errors import OperatorError, ProblemsError
from bot.logs import set_up_logs, without_token
from bot.report.load import load_report
from bot.report.model import Voice
from bot.subscriptions.model import State

cli = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="The briefing bot: a government work report in the chat, word for word.",
)
database = typer.Typer(no_args_is_help=True, help="The database of subscriptions and deliveries.")
cli.add_typer(database, name="db")
ConfigOption = Annotated[
    Path | None, typer.Option("--config", help="settings; else config.yaml, if it is there")
]
LanguageOption = Annotated[str, typer.Option("--language", help="zh, en or both; else as the settings say")]


def main() -> None:
    """The console script: errors people can act on become their message and exit code 2."""
    try:
        cli()
    except ProblemsError as error:
        _fail(*error.problems)
    except (OperatorError, StorageError) as error:
        _fail(str(error))


@cli.command()
def run(
    config: ConfigOption = None,
    port: Annotated[
        int | None, typer.Option("--port", help="of the chat page; else 8081, or any that is free")
    ] = None,
) -> None:
    """Serve Telegram; without BOT_TOKEN, a local one with a chat page in the browser."""
    settings = load_config(config)
    if settings.token is None:
        _run_here(settings, port)
        return
    if port is not None:
        raise OperatorError("--port is the chat page's, and with BOT_TOKEN there is none; leave one out")
    set_up_logs(settings.log.level, settings.token.get_secret_value())
    asyncio.run(_until_told(lambda stop: app.serve(settings, _now, stop)))


@cli.command()
def simulate(
    port: Annotated[int, typer.Option("--port", help="0 takes any that is free")] = 8081,
    host: Annotated[str, typer.Option("--host", help="the address to listen on")] = "127.0.0.1",
    config: ConfigOption = None,
    *,
    public: Annotated[
        bool, typer.Option("--public", help="let other machines in: whoever reaches it reads everything")
    ] = False,
) -> None:
    """A local Telegram with a chat page, for bots of any kind: Bot API over HTTP, any token."""
    from bot import local  # brings a web server
    from bot.simulator.server import LocalServer

    settings = load_config(config)
    stage = local.set_local_stage(settings, _now, turns_bot=False)
    server = LocalServer(stage, host=host, port=port, is_public=public)
    set_up_logs(settings.log.level)
    say = phrases(first_language(settings.language))
    asyncio.run(
        _until_told(
            lambda stop: local.simulate(
                server, stop, lambda url: print(say("simulate-ready", address=url), flush=True)
            )
        )
    )


@cli.command()
def ask(
    words: Annotated[list[str], typer.Argument(help="messages to the bot; - reads them from standard input")],
    config: ConfigOption = None,
    language: LanguageOption = "",
    *,
    as_json: Annotated[bool, typer.Option("--json", help="one JSON object a line")] = False,
) -> None:
    """Send messages to the bot and print its answers as plain text."""
    lines: Iterable[str] = sys.stdin if words == ["-"] else words
    _answer(_spoken(load_config(config), language), lines, _now, as_json=as_json)


@cli.command()
def chat(config: ConfigOption = None, language: LanguageOption = "") -> None:
    """Converse with the bot in the terminal."""
    _converse(_spoken(load_config(config), language))


@cli.command()
def check(config: ConfigOption = None) -> None:
    """Hold the digest against the report's text; exit code 2 and every problem when something is off."""
    settings = load_config(config)
    for line in app.check_lines(load_report(settings.report.content, settings.report.seeds)):
        print(line)


@cli.command()
def preview(
    day: Annotated[str, typer.Option("--day", help="YYYY-MM-DD")],
    entry: Annotated[
        str, typer.Option("--entry", help="an entry's id; else the briefing of the day")
    ] = "today",
    schedule: Annotated[
        str, typer.Option("--schedule", help='the dates of a schedule instead, such as "workdays 08:30"')
    ] = "",
    config: ConfigOption = None,
    language: LanguageOption = "",
) -> None:
    """Print a briefing as it will be said on a day; or the next 14 dates of a schedule, with reasons."""
    settings = _spoken(load_config(config), language)
    try:
        noon = datetime.combine(date.fromisoformat(day), time(12), settings.zone)
    except ValueError as error:
        raise OperatorError(f"{day!r} is no day; write it as YYYY-MM-DD") from error
    if schedule:
        for line in app.schedule_lines(settings, schedule, noon.date()):
            print(line)
        return
    app.require_address(app.open_desk(settings), entry)
    _answer(settings, [f"/start {entry}"], lambda: noon, as_json=False)


@cli.command()
def deliveries(
    config: ConfigOption = None,
    *,
    today: Annotated[bool, typer.Option("--today", help="those due today, by state")] = False,
) -> None:
    """Print how deliveries stand: since midnight where the district is, or all that are kept."""
    settings = load_config(config)
    midnight = datetime.combine(_now().astimezone(settings.zone).date(), time(), settings.zone)
    since = midnight if today else midnight - timedelta(days=365)
    counts = asyncio.run(app.delivery_counts(settings, since))
    for state in State:
        print(f"{state:<10} {counts.get(state, 0):,}")


@cli.command()
def unanswered(
    days: Annotated[int, typer.Option("--days", min=1, help="how far back; 90 are kept")] = 90,
    least: Annotated[int, typer.Option("--least", min=1, help="leave out what was asked less often")] = 1,
    config: ConfigOption = None,
) -> None:
    """Print what was asked in vain, and the aliases that may be missing in the digest."""
    settings = load_config(config)
    since = _now().astimezone(settings.zone).date() - timedelta(days=days - 1)
    times = asyncio.run(app.asked_in_vain(settings, since, least))
    for line in app.proposals(settings, times):
        print(line)


@database.command()
def upgrade(config: ConfigOption = None) -> None:
    """Bring the database to the form this version needs; `run` does so by itself."""
    settings = load_config(config)
    asyncio.run(app.upgrade_database(settings))
    print(f"{settings.database_url}: up to date")


@database.command()
def backup(
    file: Annotated[Path, typer.Argument(help="a new file")],
    config: ConfigOption = None,
) -> None:
    """Write a copy of the database, while the bot runs."""
    app.back_up_database(load_config(config), file)
    print(f"{file}: {file.stat().st_size:,} bytes")


def _now() -> datetime:
    return datetime.now(UTC)


def _spoken(settings: Config, language: str) -> Config:
    """The settings with another language, when one was asked for."""
    if not language:
        return settings
    if language not in get_args(Voice):
        raise OperatorError(f"{language!r} is not a language here; write zh, en or both")
    return settings.model_copy(update={"language": language})


def _answer(settings: Config, lines: Iterable[str], clock: app.Clock, *, as_json: bool) -> None:
    from bot import terminal  # the local Telegram is not for `run`

    async def answer() -> None:
        async with terminal.local_chat(app.builder(settings, clock), clock) as local:
            await terminal.answer_lines(local, lines, sys.stdout, as_json=as_json)

    asyncio.run(answer())


def _converse(settings: Config) -> None:
    """With buttons where a person sits at a terminal; else line by line, as `ask -`."""
    from bot import terminal

    if not terminal.is_interactive():
        _answer(settings, sys.stdin, _now, as_json=False)
        return

    async def converse() -> None:
        async with terminal.local_chat(app.builder(settings, _now), _now) as local:
            await terminal.converse(local, phrases(first_language(settings.language)))

    asyncio.run(converse())


def _run_here(settings: Config, port: int | None) -> None:
    """Lines that come through a pipe are answered; else there is a page to go to."""
    from bot import local, terminal

    say = phrases(first_language(settings.language))
    if terminal.is_fed():
        print(say("terminal-no-token"), file=sys.stderr)
        _answer(settings, sys.stdin, _now, as_json=False)
        return
    set_up_logs(settings.log.level)
    asyncio.run(
        _until_told(
            lambda stop: local.serve_page(
                settings, _now, port, stop, lambda url: print(say("page-ready", address=url), flush=True)
            )
        )
    )


async def _until_told(serve: Callable[[asyncio.Event], Coroutine[None, None, None]]) -> None:
    """Serves until Ctrl-C or SIGTERM."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await serve(stop)


def _fail(*lines: str) -> NoReturn:
    for line in lines:
        print(without_token(line), file=sys.stderr)
    sys.exit(2)
