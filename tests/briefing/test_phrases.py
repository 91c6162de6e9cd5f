"""The bot's own sentences: the same in both languages, all of them used, all of them there."""

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message, VariableReference
from fluent.syntax.visitor import Visitor

from bot.briefing.citation import Form
from bot.briefing.comparison import Mismatch
from bot.briefing.phrases import Phrases, files_of, phrases
from bot.report.model import LANGUAGES, VOICES, Bound, Kind, Language, Measure, Role
from bot.schedule.problems import ProblemKind
from bot.subscriptions.model import Reason, State
from bot.telegram.commands import COMMANDS
from tests.conftest import ROOT

# Families whose last part is put in by the program.
FAMILIES: dict[str, Iterable[str]] = {
    "kind": Kind,
    "measure": Measure,
    "period": (Role.TARGET, Role.BASELINE, "actual", "sum"),
    "weekday": map(str, range(1, 8)),
    "month": map(str, range(1, 13)),
    "command": [command.name for command in COMMANDS],
    "ledger-state": State,
    "ledger-why": [reason for reason in Reason if reason],
    "problem": [kind.value for kind in ProblemKind],
    "voice": VOICES,
    "button-voice": LANGUAGES,
    "language-set": VOICES,
    "citation-form": Form,
    "difference": ("lower", "higher", "same", "share", "more", "fewer"),
    "difference-points": ("lower", "higher", "same", "steeper", "milder"),
    "not-compared": (*Mismatch, f"{Mismatch.SPAN}-mean", f"{Mismatch.BASELINE}-named"),
    "compared": ("same", "named", "named-same", "by-number"),
    "counted": [bound for bound in Bound if bound is not Bound.EXACT],
    "said": (Role.TARGET, Role.BASELINE, "actual", "sum", "figure"),
}
# English spells the month.
SPELT = {"month_name": "month"}
CHINESE = "[\u4e00-\u9fff“”（）《》]"
HALF_WIDTH = re.compile(f"{CHINESE}[,;:?!]|[,;:?!()]{CHINESE}")


class Variables(Visitor):
    """Collects the variables of a message."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802 - Fluent calls it so
        self.names.add(SPELT.get(node.id.name, node.id.name))


@cache
def messages(language: Language) -> dict[str, Message]:
    parsed = FluentParser().parse(text_of(language))
    return {entry.id.name: entry for entry in parsed.body if isinstance(entry, Message)}


def text_of(language: Language) -> str:
    """All files of a language, one after the other."""
    return "\n".join(path.read_text(encoding="utf-8") for path in files_of(language))


def variables(message: Message) -> set[str]:
    found = Variables()
    found.visit(message)
    return found.names


@cache
def nodes() -> tuple[ast.AST, ...]:
    """Every piece of the program."""
    modules = (ast.parse(path.read_text(encoding="utf-8")) for path in ROOT.glob("bot/**/*.py"))
    return tuple(node for module in modules for node in ast.walk(module))


def spoken() -> set[str]:
    """Patterns of the phrases the program asks for: first arguments of say(…) and phrases(…)(…)."""
    return {pattern for node in nodes() for pattern in _asked(node)}


def _asked(node: ast.AST) -> Iterator[str]:
    if not isinstance(node, ast.Call) or not node.args:
        return
    called = node.func
    name = called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")
    through_phrases = isinstance(called, ast.Call) and getattr(called.func, "id", "") == "phrases"
    if name in {"say", "Notice"} or through_phrases:
        yield from _patterns(node.args[0])
    if name == "ways":
        yield from (f"link-{page}" for argument in node.args for page in _patterns(argument))


def _patterns(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield re.escape(node.value)
    elif isinstance(node, ast.JoinedStr):
        parts = (p.value if isinstance(p, ast.Constant) else None for p in node.values)
        yield "".join(re.escape(str(part)) if part is not None else "[a-z0-9-]+" for part in parts)
    elif isinstance(node, ast.IfExp):
        yield from (*_patterns(node.body), *_patterns(node.orelse))


def strings() -> set[str]:
    """Every string of the program, for phrases that are chosen from a table first."""
    constants = (node.value for node in nodes() if isinstance(node, ast.Constant))
    return {value for value in constants if isinstance(value, str)}


def test_both_languages_have_the_same_sentences_in_the_same_order() -> None:
    assert list(messages("zh")) == list(messages("en"))


def test_a_sentence_holds_the_same_in_both_languages() -> None:
    chinese, english = messages("zh"), messages("en")
    assert [p for p in chinese if variables(chinese[p]) != variables(english[p])] == []


@pytest.mark.parametrize("pattern", sorted(spoken()))
def test_every_sentence_the_program_asks_for_is_there(pattern: str) -> None:
    assert any(re.fullmatch(pattern, phrase) for phrase in messages("zh"))


@pytest.mark.parametrize("family", FAMILIES)
def test_a_family_of_sentences_is_complete_and_no_larger(family: str) -> None:
    wanted = {f"{family}-{member}" for member in FAMILIES[family]}
    others = tuple(f"{other}-" for other in FAMILIES if other.startswith(f"{family}-"))
    found = {p for p in messages("zh") if p.startswith(f"{family}-") and not p.startswith(others or "\0")}
    assert found == wanted


def test_every_sentence_is_used() -> None:
    patterns = [pattern for pattern in spoken() if pattern != "[a-z0-9-]+"]
    known = strings()
    unused = [p for p in messages("zh") if p not in known and not any(re.fullmatch(x, p) for x in patterns)]
    assert unused == []


def test_chinese_sentences_have_chinese_punctuation() -> None:
    assert [line for line in text_of("zh").splitlines() if HALF_WIDTH.search(line)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_shouts(language: Language) -> None:
    assert not set("!！") & set(text_of(language))


def test_an_unknown_sentence_is_a_bug_that_shows() -> None:
    with pytest.raises(KeyError):
        phrases("zh")("no-such-phrase")


def test_a_missing_value_is_a_bug_that_shows() -> None:
    with pytest.raises(KeyError):
        phrases("zh")("pace", year="2026")


def test_words_that_are_not_fluent_are_refused() -> None:
    with pytest.raises(ValueError, match="not understood"):
        Phrases("zh", {"zh.ftl": "no sentence at all\n"})


def test_a_sentence_that_stands_in_two_files_is_refused() -> None:
    with pytest.raises(ValueError, match=r"b\.zh\.ftl: hello stands twice"):
        Phrases("zh", {"a.zh.ftl": "hello = 1\n", "b.zh.ftl": "hello = 2\n"})


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_every_file_are_known(language: Language) -> None:
    assert phrases(language)("delivery-repeat")
    assert len(files_of(language)) >= 2
