"""The house stands: imports point down only, the pure packages stay pure, and starting stays light."""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import ROOT

BOT = ROOT / "bot"
# What each part may import from the others. Briefing shows what lookup found, never the other way round.
REPORT = {"errors"}
LOOKUP = {*REPORT, "report"}
SUBSCRIPTIONS = {*LOOKUP, "lookup", "schedule"}
ASKING = {*LOOKUP, "lookup"}
BRIEFING = {*SUBSCRIPTIONS, "subscriptions", "asking"}
DELIVERY = {*BRIEFING, "briefing"}
SETTINGS = {"errors", "logs", "config"}
OUTSIDE = {*DELIVERY, *SETTINGS, "delivery"}
APP = {*OUTSIDE, "telegram", "simulator", "storage"}
ARROWS: dict[str, set[str]] = {
    "errors": set(),
    "report": REPORT,
    "lookup": LOOKUP,
    "schedule": LOOKUP,
    "asking": ASKING,
    "subscriptions": SUBSCRIPTIONS,
    "briefing": BRIEFING,
    "delivery": DELIVERY,
    "config": {*LOOKUP, "briefing", "logs", "schedule"},
    "logs": {"errors"},
    "storage": OUTSIDE,
    "telegram": OUTSIDE,
    "simulator": {"errors"},
    "readings": {*LOOKUP, "lookup"},
    "proposals": {*LOOKUP, "lookup"},
    "app": {*APP, "proposals", "readings"},
    "terminal": {*APP, "app"},
    "local": {*APP, "app"},
    "cli": {*APP, "app", "terminal", "local"},
    "__main__": {"cli"},
    "__init__": set(),
}
PURE = ("report", "lookup", "asking", "briefing", "schedule", "subscriptions")
IMPURE = {
    *(
        "telegram",
        "sqlalchemy",
        "alembic",
        "apscheduler",
        "aiohttp",
        "httpx",
        "asyncio",
        "threading",
        "socket",
    ),
    *(
        "time",
        "random",
        "os",
        "subprocess",
        "logging",
        "sqlite3",
        "urllib",
        "requests",
        "typer",
        "rich",
    ),
}
# Who alone may import these, as paths below bot/.
ONLY_IN = {
    "yaml": ("report/documents.py",),
    "pydantic": ("report/", "config.py"),
    "telegram": ("telegram/", "simulator/request.py"),
    "typer": ("cli.py",),
    "rich": ("cli.py", "terminal.py"),
    "zhconv": ("lookup/scripts.py",),
    "pypinyin": ("lookup/scripts.py",),
    "rapidfuzz": ("lookup/", "asking/", "telegram/"),
    "fluent": ("briefing/phrases.py",),
    "chinese_calendar": ("schedule/workdays.py",),
    "sqlalchemy": ("storage/",),
    "alembic": ("storage/",),
    "aiohttp": ("telegram/", "simulator/"),
    "starlette": ("simulator/server.py", "simulator/serving/"),
    "uvicorn": ("simulator/server.py", "simulator/serving/"),
}
# Slow or large: inside functions only.
LATE = ("pypinyin", "chinese_calendar", "bot.lookup.scripts", "bot.telegram.webhook")
CLOCK = {"now", "today", "utcnow", "time", "monotonic", "perf_counter", "localtime", "gmtime"}


@dataclass(frozen=True, slots=True)
class Import:
    """A module that is imported, and whether that happens when the importing file is loaded."""

    module: str
    at_load: bool


def imports(tree: ast.Module) -> Iterator[Import]:
    """What a file imports; not what only type checkers see."""
    unseen = {id(inner) for node in ast.walk(tree) if _only_for_types(node) for inner in ast.walk(node)}
    functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    late = {id(inner) for node in functions for inner in ast.walk(node)}
    for node in ast.walk(tree):
        if id(node) not in unseen:
            yield from (Import(module, id(node) not in late) for module in _modules(node))


def _modules(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        assert not node.level, "imports are absolute"
        # `from bot.lookup import scripts` imports bot.lookup.scripts.
        yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _only_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def clock_calls(tree: ast.Module) -> list[str]:
    """Calls that read a clock: `datetime.now()`, `date.today()`, `time()`."""
    calls = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    names = (f.attr if isinstance(f, ast.Attribute) else getattr(f, "id", "") for f in calls)
    return [name for name in names if name in CLOCK]


def part_of(path: Path) -> str:
    """The package or module directly below bot/."""
    return path.relative_to(BOT).parts[0].removesuffix(".py")


def forbidden_arrows(part: str, found: Iterable[Import]) -> list[str]:
    """Imports from parts this one may not know."""
    inside = (each.module.split(".") for each in found if each.module.startswith("bot."))
    return [".".join(names) for names in inside if names[1] not in {part, *ARROWS[part]}]


FILES = sorted(BOT.rglob("*.py"))
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in FILES}
IMPORTS = {path: tuple(imports(tree)) for path, tree in TREES.items()}


def test_every_part_has_its_place_in_the_house() -> None:
    assert {part_of(path) for path in FILES} <= ARROWS.keys()


@pytest.mark.parametrize("part", ARROWS)
def test_imports_point_down_only(part: str) -> None:
    wrong = {path: forbidden_arrows(part, IMPORTS[path]) for path in FILES if part_of(path) == part}
    assert {path: arrows for path, arrows in wrong.items() if arrows} == {}


def test_the_arrows_have_no_circle() -> None:
    settled: set[str] = set()
    while free := {part for part in ARROWS.keys() - settled if ARROWS[part] & ARROWS.keys() <= settled}:
        settled |= free
    assert ARROWS.keys() - settled == set()


@pytest.mark.parametrize("part", PURE)
def test_the_pure_packages_import_nothing_that_acts(part: str) -> None:
    found = (each for path in FILES if part_of(path) == part for each in IMPORTS[path])
    assert {each.module.split(".")[0] for each in found} & IMPURE == set()


@pytest.mark.parametrize("part", PURE)
def test_the_pure_packages_are_told_the_time(part: str) -> None:
    assert [call for path, tree in TREES.items() if part_of(path) == part for call in clock_calls(tree)] == []


@pytest.mark.parametrize("module", ONLY_IN)
def test_a_library_is_imported_in_its_place_only(module: str) -> None:
    users = {
        path.relative_to(BOT).as_posix()
        for path in FILES
        if any(each.module.split(".")[0] == module for each in IMPORTS[path])
    }
    assert {user for user in users if not user.startswith(ONLY_IN[module])} == set()


def test_what_is_slow_to_load_is_loaded_late() -> None:
    for path in FILES:
        early = [each.module for each in IMPORTS[path] if each.at_load]
        assert [module for module in early if module.startswith(LATE)] == [], path


def test_only_tests_know_the_tests() -> None:
    for path in FILES:
        assert not any(each.module.split(".")[0] == "tests" for each in IMPORTS[path]), path


@pytest.mark.parametrize(
    ("part", "line", "wrong"),
    [
        ("report", "from bot.briefing.compose import Composer", True),
        ("lookup", "def late() -> None:\n    from bot.briefing import compose", True),
        ("simulator", "import bot.report.model", True),
        ("telegram", "from bot.simulator import world", True),
        ("briefing", "from bot.report.model import Report", False),
        ("report", "if TYPE_CHECKING:\n    from bot.telegram import sender", False),
    ],
)
def test_an_arrow_that_points_up_would_be_seen(part: str, line: str, *, wrong: bool) -> None:
    assert bool(forbidden_arrows(part, imports(ast.parse(line)))) is wrong


@pytest.mark.parametrize("line", ["datetime.now(UTC)", "date.today()", "time.time()", "x = perf_counter()"])
def test_a_look_at_the_clock_would_be_seen(line: str) -> None:
    assert clock_calls(ast.parse(line))
