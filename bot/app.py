"""The only place where parts are put together."""

import asyncio
import gc
import logging
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, timedelta
from functools import partial
from importlib import import_module
from pathlib import Path
from threading import Lock

from bot.asking.asking import Asking, build_asking
from bot.asking.lexicon import words_to_read
from bot.briefing.briefing import first_language
from bot.briefing.compose import Composer
from bot.briefing.phrases import phrases
from bot.briefing.schedule_preview import preview_lines
from bot.config import Config
from bot.delivery.ports import Store, Stored
from bot.errors import OperatorError
from bot.lookup.index import build, terms_to_read
from bot.lookup.search import build_text_index
from bot.proposals import lines as proposal_lines
from bot.readings import readings
from bot.report.load import load_report
from bot.report.model import Report
from bot.report.places import places
from bot.schedule.typed import Unclear, read_typed
from bot.schedule.workdays import missing_table
from bot.storage.memory import MemoryStore
from bot.subscriptions.model import State
from bot.telegram.application import BotApplication, Build, Connection, Receive, build_application
from bot.telegram.application import serve as serve_telegram
from bot.telegram.commands import help_lines
from bot.telegram.desk import Desk
from bot.telegram.house import House
from bot.telegram.jobs import do_each_day
from bot.telegram.office import Listen
from bot.telegram.polling import poll
from bot.telegram.transport import AiohttpRequest

_log = logging.getLogger(__name__)
Clock = Callable[[], datetime]


def open_desk(config: Config) -> Desk:
    """Loads and checks the digest and makes it answer; raises ContentError."""
    report = load_report(config.report.content, config.report.seeds)
    return Desk(Composer(report, help_lines(report)), _once(lambda: _asking(report, config.data)))


def _asking(report: Report, data: Path) -> Asking:
    words = dict.fromkeys((*terms_to_read(report), *words_to_read(report)))
    found = readings(tuple(words), data)
    syllables = {word: reading.syllables for word, reading in found.items()}
    return build_asking(build_text_index(build(report, found)), syllables)


def _once(make: Callable[[], Asking]) -> Callable[[], Asking]:
    """Makes it when first wanted, and once: a question may come while it is being prepared."""
    lock, made = Lock(), list[Asking]()

    def get() -> Asking:
        with lock:
            if not made:
                made.append(make())
        return made[0]

    return get


def house_of(config: Config) -> House:
    """What the settings say of chats that have not chosen, and of who may come in."""
    access = config.access
    return House(
        config.language,
        config.zone,
        config.telegram.messages_per_second,
        timedelta(hours=config.delivery.fresh_hours),
        *map(frozenset, (access.users, access.chats, access.operators)),
    )


def builder(config: Config, clock: Clock) -> Build:
    """Builds the bot on a connection; the digest is loaded once, and nothing that chats ask for is kept."""
    desk, house = open_desk(config), house_of(config)
    settle()

    def build(connection: Connection, listen: Listen) -> BotApplication:
        return build_application(connection, desk, house, clock, in_memory(), listen=listen).application

    return build


def in_memory() -> Stored:
    """For a conversation that is forgotten when it ends."""
    store: Store = MemoryStore()

    async def stored() -> Store:
        return store

    return stored


def opened_once(url: str) -> Stored:
    """Opens the database when it is first asked for; everybody waits for the same opening."""
    lock, opened = asyncio.Lock(), list[Store]()

    async def stored() -> Store:
        async with lock:
            if not opened:
                database = await asyncio.to_thread(import_module, "bot.storage.database")
                opened.append(await database.open_store(url))
        return opened[0]

    return stored


async def delivery_counts(config: Config, since: datetime) -> Mapping[State, int]:
    """How many deliveries due since then stand where."""
    store = await opened_once(config.database_url)()
    try:
        return await store.deliveries.counts(since)
    finally:
        await store.close()


async def asked_in_vain(config: Config, since: date, least: int) -> Mapping[str, int]:
    """Words nothing was found for, and how often they were asked, in whatever language."""
    store = await opened_once(config.database_url)()
    try:
        counted = await store.unanswered.since(since)
    finally:
        await store.close()
    times: Counter[str] = Counter()
    for each in counted:
        times[each.words] += each.times
    return {words: count for words, count in times.items() if count >= least}


def proposals(config: Config, times: Mapping[str, int]) -> Iterator[str]:
    """What the editor reads of it; raises ContentError."""
    if not times:
        return iter(("Nothing was asked in vain in this time, or nothing so often.",))
    return proposal_lines(open_desk(config).texts, places(config.report.content), times)


async def upgrade_database(config: Config) -> None:
    """Opening brings it to the form this version needs."""
    await (await opened_once(config.database_url)()).close()


def back_up_database(config: Config, file: Path) -> None:
    """A copy, taken while others read and write."""
    import_module("bot.storage.backup").backup(config.database_url, file)


async def serve(config: Config, clock: Clock, stop: asyncio.Event) -> None:
    """Serves Telegram until `stop` is set."""
    desk, stored = open_desk(config), opened_once(config.database_url)
    service = build_application(connection(config), desk, house_of(config), clock, stored)
    settle()

    def today() -> date:
        return clock().astimezone(config.zone).date()

    def prepare() -> None:
        warn_of_missing_table(today())
        desk.asking  # noqa: B018 - built when first wanted

    # A bot may run from one year into the next.
    do_each_day(service.application.job_queue, lambda: warn_of_missing_table(today()))
    await serve_telegram(service, receiver(config), stop, prepare)


def warn_of_missing_table(today: date) -> None:
    """From December on, when the next year's holidays should be known and are not."""
    year = missing_table(today)
    if year is not None:
        _log.warning(
            "the holidays of %s are not known: statutory working days are taken as Monday to Friday; "
            "update chinesecalendar once they are published",
            year,
        )


def receiver(config: Config) -> Receive:
    """How messages come in: by webhook when there is an address to call, else by long polling."""
    webhook, seconds = config.telegram.webhook, config.telegram.poll_seconds
    if webhook.url is None:
        return lambda application, asked: poll(application, seconds, asked)
    from bot.telegram.webhook import take_calls  # brings a web server, which polling does without

    return partial(take_calls, url=webhook.url, listen=webhook.listen, port=webhook.port)


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


def schedule_lines(config: Config, words: str, day: date) -> tuple[str, ...]:
    """The next dates of a schedule as people type it; raises OperatorError for what is none."""
    schedule = read_typed(words, config.time_zone)
    if isinstance(schedule, Unclear):
        what = ", ".join(f"{problem.kind.value} {problem.read}".strip() for problem in schedule.problems)
        raise OperatorError(f'no schedule: {what}; write it as "workdays 08:30" or "mon,thu 9:00"')
    return preview_lines(phrases(first_language(config.language)), schedule, day, config.time_zone)


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
