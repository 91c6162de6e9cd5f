"""What the YAML files may hold, field by field."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

from bot.report.documents import Document
from bot.report.model import Bound, Measure, Role

Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
Line = Annotated[str, Field(min_length=1, max_length=200)]
Prose = Annotated[str, Field(min_length=1, max_length=2000)]
# `period: 2026` is a number to YAML and a name to us.
PeriodId = Annotated[Slug, BeforeValidator(lambda value: str(value) if type(value) is int else value)]
Year = Annotated[int, Field(strict=True, ge=1900, le=2200)]


# A place for the number and no number of its own: neither digits nor a scale.
_NO_NUMBER = r"(?!.*(?:hundred|thousand|million|billion))[^{}\d]*"
Template = Annotated[str, Field(pattern=rf"^{_NO_NUMBER}\{{\}}[^{{}}\d]*$", max_length=60)]


class Shape(BaseModel):
    """Strict: an unknown key is an error, text is never guessed from a number."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, str_strip_whitespace=True, regex_engine="python-re"
    )


class TextShape(Shape):
    zh: Prose
    en: Prose


class NameShape(Shape):
    zh: Annotated[str, Field(min_length=1, max_length=60)]
    en: Annotated[str, Field(min_length=1, max_length=120)]


class PeriodShape(Shape):
    id: PeriodId
    kind: Literal["review", "plan", "outlook"]
    first_year: Annotated[Year, Field(alias="from")]
    last_year: Annotated[Year, Field(alias="to")]
    name: NameShape
    aliases: tuple[Line, ...] = ()


class UnitShape(Shape):
    zh: Annotated[str, Field(max_length=10)]
    en: Template
    one: Template | None = None


class IndicatorShape(Shape):
    id: Slug
    name: NameShape
    unit: UnitShape
    aliases: tuple[Line, ...] = ()
    better: Literal["more", "less", "neither"] = "more"
    accrues: bool = False


class FigureShape(Shape):
    indicator: Slug
    period: PeriodId
    role: Role
    measure: Measure | None = None
    bound: Bound = Bound.EXACT
    value: Annotated[Decimal, Field(allow_inf_nan=False, max_digits=20)]
    as_written: Line


class PassageShape(Shape):
    id: Slug
    name: NameShape
    aliases: tuple[Line, ...] = ()
    summary: TextShape
    quote: Prose
    figures: tuple[FigureShape, ...] = ()


class SloganShape(Shape):
    name: NameShape
    quote: Prose


class OpeningShape(Shape):
    name: NameShape
    aliases: tuple[Line, ...] = ()
    summary: TextShape
    quote: Prose


class ExceptionShape(Shape):
    text: Line
    reason: Line


class ReportShape(Shape):
    id: Slug
    version: Line
    title: NameShape
    body: NameShape
    place: NameShape
    source: Annotated[str, Field(pattern=r"^[\w.-]+$", max_length=100)]
    plan_year: Year
    periods: Annotated[tuple[PeriodShape, ...], Field(min_length=1)]
    opening: OpeningShape | None = None
    slogans: tuple[SloganShape, ...] = ()
    exceptions: tuple[ExceptionShape, ...] = ()


class IndicatorsShape(Shape):
    indicators: tuple[IndicatorShape, ...]


class ThemeShape(PassageShape):
    achievements: tuple[PassageShape, ...] = ()


class ReviewShape(Shape):
    period: PeriodId
    themes: Annotated[tuple[ThemeShape, ...], Field(min_length=1)]


class RequirementsShape(OpeningShape):
    items: tuple[PassageShape, ...] = ()


class GoalsShape(Shape):
    goals: tuple[PassageShape, ...] = ()
    requirements: RequirementsShape | None = None


class AreaShape(Shape):
    id: Slug
    number: Annotated[int, Field(strict=True, ge=1, le=99)]
    name: NameShape
    aliases: tuple[Line, ...] = ()
    aim: TextShape
    quote: Prose
    measures: Annotated[tuple[PassageShape, ...], Field(min_length=1)]


class SelfBuildingShape(OpeningShape):
    pledges: Annotated[tuple[PassageShape, ...], Field(min_length=1)]


_REMEDIES = {
    "missing": "is missing; add it",
    "extra_forbidden": "unknown key; remove it or mend its spelling",
    "string_type": "must be text; put it in quotes",
    "tuple_type": "must be a list; write [one, another]",
    "model_type": "must be `key: value` pairs; write them out",
}


def problems_of(document: Document, error: ValidationError) -> list[str]:
    """One problem line for each field pydantic refused."""
    return [
        document.problem(tuple(detail["loc"]), _what_to_do(detail))
        for detail in error.errors(include_url=False, include_context=True)
    ]


def _what_to_do(detail: ErrorDetails) -> str:
    kind = detail["type"]
    context = detail.get("ctx", {})
    if kind in _REMEDIES:
        return _REMEDIES[kind]
    if kind == "string_pattern_mismatch":
        return f"does not have the form {context.get('pattern')}; mend it"
    if kind in {"enum", "literal_error"}:
        return f"must be one of {context.get('expected')}; mend it"
    return f"{detail['msg'].removeprefix('Input ').removeprefix('Value error, ')}; mend it"
