"""Parameters of a call, as form fields, as JSON in form fields, or as JSON: read by the declared types."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.simulator.faults import ApiError, bad_request
from bot.simulator.files import UploadedFile

Declared = Mapping[str, "Field"]

_INTEGER = re.compile(r"[+-]?\d{1,19}", re.ASCII)
_USERNAME = re.compile(r"@\w{3,32}", re.ASCII)
_BOOLEANS = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
_ATTACHED = "attach://"
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")

# Chat is a number or an @username, File an upload, an id or an address.
_SCALARS: Mapping[str, tuple[type, ...]] = {
    "Integer": (int,),
    "Boolean": (bool,),
    "String": (str,),
    "Chat": (int, str),
    "File": (UploadedFile, str),
}

# What Telegram says when it misses a parameter; the others it asks for by name.
_MISSING = {
    "chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "user_id": "invalid user_id specified",
    "photo": "there is no photo in the request",
    "document": "there is no document in the request",
    "action": "wrong parameter action in request",
    "file_id": "file_id not specified",
}
_UNREADABLE = {"reply_markup": "reply keyboard markup", "link_preview_options": "link preview options"}


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter, or a field of an object: its type, and whether it must be there."""

    type: str
    is_required: bool


def declare(declaration: str) -> Declared:
    """Fields written as `chat_id!:Chat text!:String entities:[MessageEntity]`, the required marked by `!`."""
    fields = {}
    for part in declaration.split():
        name, _, kind = part.partition(":")
        fields[name.rstrip("!")] = Field(kind, name.endswith("!"))
    return fields


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads values by their declared types.

    `objects` declares the object types; others are taken as they come. Unknown fields are refused when
    `is_strict`, where Telegram itself ignores them. Fields of JSON objects have JSON's own types.
    """

    objects: Mapping[str, Declared]
    files: Mapping[str, UploadedFile]
    is_strict: bool

    def parameters(self, declared: Declared, given: Mapping[str, Any]) -> dict[str, Any]:
        """The parameters of a call, read; optional ones not given are absent.

        Raises:
            ApiError: one is unknown, missing or wrong.
        """
        present = {name: value for name, value in given.items() if value is not None}
        present |= {name: file for name, file in self.files.items() if declared_file(declared, name)}
        self._refuse_unknown(declared, present, "parameter")
        for name, field in declared.items():
            if field.is_required and present.get(name, "") == "":
                raise bad_request(_MISSING.get(name, f'parameter "{name}" is required'))
        return {
            name: self._form(declared[name].type, value, name)
            for name, value in present.items()
            if name in declared and (value != "" or declared[name].type == "String")
        }

    def _refuse_unknown(self, declared: Declared, given: Mapping[str, Any], what: str) -> None:
        unknown = sorted(given.keys() - declared.keys())
        if self.is_strict and unknown:
            raise bad_request(f'unknown {what} "{unknown[0]}"')

    def _form(self, kind: str, value: object, name: str) -> Any:
        """A value that may have come as the text of a form field."""
        if not isinstance(value, str):
            return self._json(kind, value, name)
        match kind:
            case "Integer" if _INTEGER.fullmatch(value.strip()):
                return int(value)
            case "Boolean" if value.strip().lower() in _BOOLEANS:
                return _BOOLEANS[value.strip().lower()]
            case _ if kind in _SCALARS:
                return self._scalar(kind, value, name)
        try:
            return self._json(kind, read_json(value), name)
        except ValueError as error:
            raise bad_request(f"can't parse {_UNREADABLE.get(name, name)} JSON object") from error

    def _json(self, kind: str, value: object, name: str) -> Any:
        if kind.startswith("["):
            return self._array(kind[1:-1], value, name)
        if kind in _SCALARS:
            return self._scalar(kind, value, name)
        return self._object(kind, value, name)

    def _scalar(self, kind: str, value: object, name: str) -> Any:
        if not isinstance(value, _SCALARS[kind]) or (isinstance(value, bool) and kind != "Boolean"):
            raise wrong_type(name, kind)
        if isinstance(value, str):
            value = _text(value)
            if kind == "File":
                return self._file(value, name)
        return _chat(value) if kind == "Chat" else value

    def _array(self, kind: str, value: object, name: str) -> list[Any]:
        if not isinstance(value, list | tuple):
            raise wrong_type(name, "Array")
        return [self._json(kind, item, name) for item in value]

    def _object(self, kind: str, value: object, name: str) -> dict[str, Any]:
        if kind == "KeyboardButton" and isinstance(value, str):
            value = {"text": value}  # Telegram takes a button's text for the button
        if not isinstance(value, Mapping):
            raise wrong_type(name, kind)
        declared = self.objects.get(kind)
        if declared is None:
            return dict(value)
        self._refuse_unknown(declared, value, f"field of {kind}")
        for field_name, field in declared.items():
            if field.is_required and value.get(field_name) is None:
                raise bad_request(f"can't parse {kind}: Can't find field \"{field_name}\"")
        return {
            field_name: self._json(declared[field_name].type, item, field_name)
            for field_name, item in value.items()
            if field_name in declared and item is not None
        }

    def _file(self, value: str, name: str) -> UploadedFile | str:
        if not value.startswith(_ATTACHED):
            return value
        file = self.files.get(value.removeprefix(_ATTACHED))
        if file is None:
            raise bad_request(_MISSING.get(name, f"there is no {name} in the request"))
        return file


def read_json(text: str | bytes) -> Any:
    """What the text says in JSON.

    Raises:
        ValueError: nothing, or what could not be passed on in JSON: half a character, no number at all.
    """
    try:
        value = json.loads(text)
        json.dumps(value, ensure_ascii=False, allow_nan=False).encode()
    except RecursionError as error:
        raise ValueError("too deep") from error
    return value


def declared_file(declared: Declared, name: str) -> bool:
    return name in declared and declared[name].type == "File"


def wrong_type(name: str, kind: str) -> ApiError:
    return bad_request(f'parameter "{name}" must be of type {kind}')


def _text(value: str) -> str:
    if _LONE_SURROGATE.search(value):
        raise bad_request("strings must be encoded in UTF-8")
    return value


def _chat(value: object) -> object:
    if isinstance(value, str):
        if _INTEGER.fullmatch(value.strip()):
            return int(value)
        if not _USERNAME.fullmatch(value):
            raise bad_request("chat not found")
    return value
