"""The only place where parts are put together."""

import asyncio
import gc
import hashlib
import json
import logging
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from threading import Lock

from bot.briefing.compose import Composer
from bot.config import Config
from bot.errors import OperatorError
from bot.lookup.index import Reading, build, terms_to_read
from bot.lookup.search import TextIndex, build_text_index
from bot.report.load import load_report
from bot.report.model import Report
from bot.telegram.application import BotApplication, Connection, build_application
from bot.telegram.application import serve as serve_telegram
from bot.telegram.commands import help_lines
from bot.telegram.desk import Desk
from bot.telegram.transport import AiohttpRequest

_log = logging.getLogger(__name__)

Clock = Callable[[], datetime]


def open_desk(config: Config) -> Desk:
    """Loads and checks the digest and makes it answer; raises ContentError."""
    report = load_report(config.report.content, config.report.seeds)
    return Desk(
        Composer(report, help_lines(report)),
        _once(lambda: build_text_index(build(report, readings(report, config.data)))),
    )


def _once(make: Callable[[], TextIndex]) -> Callable[[], TextIndex]:
    """Makes it when first wanted, and once: a question may come while it is being prepared."""
    lock, made = Lock(), list[TextIndex]()

    def get() -> TextIndex:
        with lock:
            if not made:
                made.append(make())
        return made[0]

    return get


def today_in(config: Config, clock: Clock) -> Callable[[], date]:
    """The calendar day where the district is."""
    zone = config.zone
    return lambda: clock().astimezone(zone).date()


def builder(config: Config, clock: Clock) -> Callable[[Connection], BotApplication]:
    """Builds the bot on a connection; the digest is loaded once."""
    desk = open_desk(config)
    settle()
    return lambda connection: build_application(connection, desk, today_in(config, clock), config.language)


async def serve(config: Config, clock: Clock, stop: asyncio.Event) -> None:
    """Serves Telegram until `stop` is set."""
    desk = open_desk(config)
    application = build_application(connection(config), desk, today_in(config, clock), config.language)
    settle()
    await serve_telegram(application, config.telegram.poll_seconds, stop, prepare=lambda: desk.texts)


def settle() -> None:
    """What has been loaded stays: the garbage collector need not look at it again.

    An answer leaves little behind; looking for it at every 700 objects was a tenth of its cost.
    """
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
    gc.enable()


def connection(config: Config) -> Connection:
    """Telegram over the network, as the settings say; raises OperatorError without a token."""
    if config.token is None:
        raise OperatorError("no bot token; set BOT_TOKEN")
    proxy = config.telegram.proxy
    return Connection(
        config.token.get_secret_value(),
        config.telegram.base_url,
        AiohttpRequest(connection_pool_size=config.telegram.concurrent_updates, proxy=proxy),
        AiohttpRequest(connection_pool_size=1, proxy=proxy),
        config.telegram.concurrent_updates,
    )


def require_address(desk: Desk, address: str) -> None:
    """Raises OperatorError when nothing is there."""
    if address not in desk.composer.report.entries and address != "today":
        raise OperatorError(f'no entry {address!r} in the digest; `ask "/search …"` finds its id')


def check_lines(report: Report) -> Iterator[str]:
    """The short report of `check`."""
    counts = Counter(entry.kind for entry in report.entries.values())
    figures = sum(len(indicator.figures) for indicator in report.indicators())
    covered, total = report.coverage
    aliases = sum(len(entry.aliases) for entry in report.entries.values())
    yield f"{report.id} {report.version}: {report.title.zh}"
    yield f"entries  {len(report.entries)} ({', '.join(f'{n} {kind}' for kind, n in counts.items())})"
    yield f"figures  {figures}"
    yield f"numbers  {covered} / {total} of the source covered"
    yield f"aliases  {aliases}"


def readings(report: Report, data: Path) -> dict[str, Reading]:
    """Pinyin of all names and aliases, kept in `data` by content: working it out costs 0.3 s and 55 MB.

    Empty when it cannot be worked out; then names are not found by pinyin.
    """
    terms = terms_to_read(report)
    digest = hashlib.sha256("\n".join(terms).encode()).hexdigest()[:16]
    kept = data / f"pinyin-{digest}.json"
    try:
        return _as_readings(json.loads(kept.read_text(encoding="utf-8")), terms)
    except (OSError, ValueError, LookupError, TypeError):
        _log.debug("the readings of the names are not kept yet")
    try:
        found = _work_out(terms)
    except (OSError, subprocess.SubprocessError, ValueError) as error:
        _log.warning("no look-up by pinyin: it could not be worked out (%s)", type(error).__name__)
        return {}
    _keep(kept, found)
    return _as_readings(found, terms)


def _as_readings(found: dict[str, list[str]], terms: tuple[str, ...]) -> dict[str, Reading]:
    return {term: Reading(tuple(found[term])) for term in terms}


def _work_out(terms: tuple[str, ...]) -> dict[str, list[str]]:
    """In a process of its own, so that its memory goes with it."""
    done = subprocess.run(
        [sys.executable, "-m", "bot.lookup.scripts"],
        input=json.dumps(terms),
        capture_output=True,
        encoding="utf-8",
        check=True,
        cwd=Path(__file__).parent.parent,
        timeout=60,
    )
    found: dict[str, list[str]] = json.loads(done.stdout)
    return found


def _keep(file: Path, found: dict[str, list[str]]) -> None:
    """Whole or not at all; a folder that cannot be written only costs time at the next start."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        draft = file.with_suffix(f".{id(found)}.tmp")
        draft.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
        draft.replace(file)
    except OSError:
        return
