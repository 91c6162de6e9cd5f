"""Every setting there is, by its dotted name."""

from collections.abc import Iterator

from pydantic import BaseModel


def settings_of(model: type[BaseModel], prefix: str = "") -> Iterator[str]:
    """`telegram.base_url` and all others; what is excluded comes from the environment."""
    for name, field in model.model_fields.items():
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            yield from settings_of(field.annotation, f"{prefix}{name}.")
        elif not field.exclude:
            yield f"{prefix}{name}"
