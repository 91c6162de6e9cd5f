"""Figures with their goals as Markdown tables, for docs/decisions.md."""

from collections.abc import Iterable, Iterator
from statistics import median, quantiles

from tests.questions.asked import Asked
from tests.questions.measuring import Outcome, Tally

Rows = Iterable[tuple[str, ...]]
_VERDICTS = {True: "met", False: "not met"}


def markdown(head: tuple[str, ...], rows: Rows) -> Iterator[str]:
    """A table; all columns but the first hold figures."""
    yield ""
    yield _line(head)
    yield _line(("---", *("---:" for _ in head[1:])))
    yield from map(_line, rows)


def kinds(files: dict[str, dict[str, tuple[int, int]]]) -> Iterator[str]:
    """Of each kind of question what is right, file by file, and in all."""
    names = sorted({kind for found in files.values() for kind in found})
    rows = [(kind, *(_share(*found.get(kind, (0, 0))) for found in files.values())) for kind in names]
    totals = ((sum(r for r, _ in f.values()), sum(n for _, n in f.values())) for f in files.values())
    return markdown(("kind", *files), [*rows, ("in all", *(_share(*total) for total in totals))])


def faults(files: dict[str, Tally]) -> Iterator[str]:
    """What was answered and refused, beside the goals."""
    every = files.values()
    head = ("", *(column for file in files for column in (file, "")), "goal")
    return markdown(
        head,
        (
            (
                "answerable, answered right",
                *_judged((f"{_share(t.right, t.answerable)}", t.accuracy >= 0.97) for t in every),
                "≥ 97 %",
            ),
            (
                "answerable, refused",
                *_judged((_share(t.wrongly_refused, t.answerable), t.refused_share <= 0.02) for t in every),
                "≤ 2 %",
            ),
            (
                "to refuse, a figure asserted",
                *_judged((f"{t.figures_asserted} / {t.to_refuse}", not t.figures_asserted) for t in every),
                "0",
            ),
            (
                "answerable, a wrong figure given",
                *_judged((f"{t.wrong_figures} / {t.answerable}", not t.wrong_figures) for t in every),
                "0",
            ),
            (
                "to refuse, a passage or list given",
                *_judged((f"{t.passages_asserted} / {t.to_refuse}", None) for t in every),
                "",
            ),
        ),
    )


def costs(files: dict[str, list[float]], building: float, memory: float) -> Iterator[str]:
    """CPU time of a question, and of what is built before the first: seconds in, milliseconds out."""
    rows: list[tuple[str, ...]] = []
    for file, seconds in files.items():
        middle, slow = median(seconds), quantiles(seconds, n=100)[-1]
        rows += [
            (f"{file}: a question, median", *_limited(middle * 1000, 0.5, "ms")),
            (f"{file}: 99th percentile", *_limited(slow * 1000, 5, "ms")),
            (f"{file}: slowest", f"{max(seconds) * 1000:.3g} ms", "", ""),
        ]
    rows += [
        ("lexicon and words around entries, built in", *_limited(building * 1000, 100, "ms")),
        ("their memory", *_limited(memory, 10, "MB")),
    ]
    return markdown(("CPU time and memory", "", "goal", ""), rows)


def compared(rows: Iterable[tuple[str, dict[str, Tally]]], files: Iterable[str]) -> Iterator[str]:
    """Way by way: right, wrongly refused, figures asserted where there are none."""
    columns = ("right", "refused wrongly", "figures asserted")
    head = ("", *(f"{file}: {column}" for file in files for column in columns))
    return markdown(
        head, ((way, *(cell for t in found.values() for cell in _cells(t))) for way, found in rows)
    )


def wrong_rows(found: Iterable[Outcome]) -> Iterator[str]:
    """Wrongly answered questions, what was wanted, what came."""
    for each in found:
        if not each.right:
            question = each.question
            asked = f"{question.after} → {question.ask}" if question.after else question.ask
            yield f"{question.kind}: {asked[:100]}\n    wanted {_wanted(question)}\n    got    {_got(each)}"


def _wanted(question: Asked) -> str:
    if question.refuse:
        return "a refusal"
    several = [" or ".join(ones) for ones in question.expect_all]
    entries = several or [" or ".join(question.expect)]
    return " ".join((", ".join(entries), question.period, ", ".join(question.figures), question.place))


def _got(outcome: Outcome) -> str:
    return "; ".join(
        " ".join((answer.sort, answer.entry, answer.lack or "", *(f.as_written for f in answer.figures)))
        for answer in outcome.answers
    )


def _cells(tally: Tally) -> tuple[str, ...]:
    return (
        f"{tally.accuracy:.1%}".replace("%", " %"),
        f"{tally.refused_share:.1%}".replace("%", " %"),
        f"{tally.figures_asserted} / {tally.to_refuse}",
    )


def _judged(cells: Iterable[tuple[str, bool | None]]) -> Iterator[str]:
    for text, is_met in cells:
        yield text
        yield "" if is_met is None else _VERDICTS[is_met]


def _limited(value: float, most: float, unit: str) -> tuple[str, str, str]:
    return f"{value:.3g} {unit}", f"≤ {most:g} {unit}", _VERDICTS[value <= most]


def _share(part: int, whole: int) -> str:
    return f"{part} / {whole} ({part / whole:.1%})".replace("%", " %") if whole else ""


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
