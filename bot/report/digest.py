"""The files of a digest, each in its shape; what is wrong with them is collected, not raised."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import ValidationError

from bot.report import shapes
from bot.report.documents import Document, UnreadableError, read_yaml

_Shape = TypeVar("_Shape", bound=shapes.Shape)
_REQUIRED = ("report.yaml", "indicators.yaml")
_OPTIONAL = ("goals.yaml", "self-building.yaml")


@dataclass(frozen=True, slots=True)
class File(Generic[_Shape]):
    """A file that has the shape it should have."""

    document: Document
    shape: _Shape


@dataclass(slots=True)
class Digest:
    """What could be read of `content/`; `problems` says what could not."""

    problems: list[str] = field(default_factory=list)
    report: File[shapes.ReportShape] | None = None
    indicators: File[shapes.IndicatorsShape] | None = None
    goals: File[shapes.GoalsShape] | None = None
    self_building: File[shapes.SelfBuildingShape] | None = None
    reviews: tuple[File[shapes.ReviewShape], ...] = ()
    areas: tuple[File[shapes.AreaShape], ...] = ()


def read_digest(root: Path) -> Digest:
    """Reads every YAML file below `root`."""
    digest = Digest()
    if not root.is_dir():
        digest.problems.append(f"{root}:1: folder: not there; name the folder of the digest in the settings")
        return digest
    names = sorted((p.relative_to(root).as_posix() for p in root.rglob("*.y*ml")), key=_file_order)
    digest.problems.extend(_strangers(root, names))
    digest.report = _one(digest, root, "report.yaml", shapes.ReportShape)
    digest.indicators = _one(digest, root, "indicators.yaml", shapes.IndicatorsShape)
    digest.goals = _one(digest, root, "goals.yaml", shapes.GoalsShape)
    digest.self_building = _one(digest, root, "self-building.yaml", shapes.SelfBuildingShape)
    digest.reviews = _folder(digest, root, names, "review/", shapes.ReviewShape)
    digest.areas = _folder(digest, root, names, "areas/", shapes.AreaShape)
    return digest


def _file_order(name: str) -> tuple[str, int, str]:
    """By folder, then by the number a file name begins with: 10-x after 9-y."""
    folder, _, base = name.rpartition("/")
    number = base.partition("-")[0]
    return (folder, int(number) if number.isdecimal() else 0, base)


def _strangers(root: Path, names: list[str]) -> list[str]:
    problems = [
        f"{root / name}:1: file: not a file of the digest; rename or remove it"
        for name in names
        if name not in (*_REQUIRED, *_OPTIONAL) and not name.startswith(("areas/", "review/"))
    ]
    problems += [f"{root / name}:1: file: is missing; add it" for name in _REQUIRED if name not in names]
    if not any(name.startswith("areas/") for name in names):
        problems.append(f"{root / 'areas'}:1: folder: holds no area; add one file for each")
    return problems


def _one(digest: Digest, root: Path, name: str, shape: type[_Shape]) -> File[_Shape] | None:
    path = root / name
    if not path.exists():
        return None
    try:
        document = read_yaml(path)
    except UnreadableError as error:
        digest.problems.append(str(error))
        return None
    try:
        return File(document, shape.model_validate(document.data))
    except ValidationError as error:
        digest.problems.extend(shapes.problems_of(document, error))
        return None


def _folder(
    digest: Digest, root: Path, names: list[str], folder: str, shape: type[_Shape]
) -> tuple[File[_Shape], ...]:
    found = (_one(digest, root, name, shape) for name in names if name.startswith(folder))
    return tuple(file for file in found if file is not None)
