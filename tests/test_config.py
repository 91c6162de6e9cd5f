"""Settings: defaults, every problem at once, secrets from the environment only."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import yaml

from bot.config import Config, load_config
from bot.errors import ConfigError
from tests.conftest import ROOT
from tests.settings import settings_of

EXAMPLE = ROOT / "config.example.yaml"
TOKEN = "123456:AAH-made_up_for-the-tests_0123456789"

Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Puts a settings file somewhere."""

    def write(text: str) -> Path:
        file = tmp_path / "config.yaml"
        file.write_text(text, encoding="utf-8")
        return file

    return write


def problems(file: Path | None, environment: Mapping[str, str] | None = None) -> list[str]:
    """The problems, without the name of the settings file."""
    with pytest.raises(ConfigError) as refused:
        load_config(file, environment or {})
    return [problem.removeprefix(f"{file}:") for problem in refused.value.problems]


def test_without_a_file_everything_has_a_default(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert load_config(None, {}) == Config()


def test_config_yaml_is_read_when_it_is_there(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, write: Write
) -> None:
    write("language: en")
    monkeypatch.chdir(tmp_path)
    assert load_config(None, {}).language == "en"


def test_one_setting_alone_is_enough(write: Write) -> None:
    config = load_config(write("telegram: {base_url: 'http://localhost:8081'}"), {})
    expected = Config.model_validate({"telegram": {"base_url": "http://localhost:8081"}})
    assert config == expected


@pytest.mark.parametrize("given", ["", "null", "{}", "{url: null}"])
def test_without_an_address_there_is_no_webhook(write: Write, given: str) -> None:
    assert load_config(write(f"telegram:\n  webhook: {given}"), {}) == Config()


def test_an_address_is_enough_for_a_webhook(write: Write) -> None:
    webhook = load_config(
        write("telegram: {webhook: {url: 'https://x.org/y/'}, poll_seconds: 9}"), {}
    ).telegram.webhook
    assert (webhook.url, webhook.listen, webhook.port) == ("https://x.org/y", "127.0.0.1", 8080)


def test_folders_named_in_a_file_are_meant_from_where_it_lies(write: Write) -> None:
    file = write("data: d\nreport: {content: ../c, seeds: /s}")
    config = load_config(file, {})
    assert config.data == file.parent / "d"
    assert config.report.content == file.parent / "../c"
    assert config.report.seeds == Path("/s")


def test_folders_not_named_in_a_file_stay_where_they_are(write: Write) -> None:
    config = load_config(write("report: {content: c}"), {})
    assert config.report.seeds == Config().report.seeds
    assert config.data == Config().data


def test_a_settings_object_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="frozen"):
        Config().language = "en"


# the example


def test_the_example_is_valid_and_shows_the_defaults() -> None:
    shown, default = load_config(EXAMPLE, {}), Config()
    assert shown.model_dump(exclude={"data", "report"}) == default.model_dump(exclude={"data", "report"})
    assert shown.data == ROOT / default.data
    assert shown.report.content == ROOT / default.report.content


@pytest.mark.parametrize("setting", list(settings_of(Config)))
def test_the_example_has_every_setting_with_a_comment_above(setting: str) -> None:
    *sections, name = setting.split(".")
    values = yaml.safe_load(EXAMPLE.read_text(encoding="utf-8"))
    for section in sections:
        values = values[section]
    assert name in values
    lines = EXAMPLE.read_text(encoding="utf-8").splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith(f"{'  ' * len(sections)}{name}:"))
    assert lines[at - 1].lstrip().startswith("#")


# what is wrong


def test_all_problems_are_told_at_once(write: Write) -> None:
    file = write("language: fr\ntelegram:\n  base_url: nowhere\n  poll_seconds: 99\nnonsense: 1\n")
    assert [problem.split(": ")[:2] for problem in problems(file, {"BOT_TOKEN": "x"})] == [
        ["3", "telegram.base_url"],
        ["4", "telegram.poll_seconds"],
        ["1", "language"],
        ["5", "nonsense"],
        ["environment:1", "BOT_TOKEN"],
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("lanugage: zh", "1: lanugage: unknown key"),
        ("telegram: {proxies: x}", "1: telegram.proxies: unknown key"),
        ("language: fr", "1: language: must be one of"),
        ("language: 中文", "1: language: must be one of"),
        ("time_zone: Mars/Olympus", "1: time_zone: is not a time zone"),
        ("time_zone: ../etc/passwd", "1: time_zone: is not a time zone"),
        ("time_zone: ''", "1: time_zone: is not a time zone"),
        ("telegram: {base_url: api.telegram.org}", "1: telegram.base_url: must begin with http"),
        ("telegram: {base_url: 'ftp://x'}", "1: telegram.base_url: must begin with http"),
        ("telegram: {base_url: 'https://'}", "1: telegram.base_url: must begin with http"),
        ("telegram: {base_url: 'http://[::1'}", "1: telegram.base_url: "),
        ("telegram: {base_url: 'http://x:99999'}", "1: telegram.base_url: Port out of range"),
        ("telegram: {proxy: 'localhost:8080'}", "1: telegram.proxy: must begin with http"),
        ("telegram: {proxy: 'socks5://localhost'}", "1: telegram.proxy: must begin with http"),
        ("telegram:\n  poll_seconds: -1", "2: telegram.poll_seconds: "),
        ("telegram:\n  poll_seconds: 51", "2: telegram.poll_seconds: "),
        ("telegram:\n  poll_seconds: soon", "2: telegram.poll_seconds: "),
        ("telegram:\n  concurrent_updates: 0", "2: telegram.concurrent_updates: "),
        ("telegram:\n  concurrent_updates: 1025", "2: telegram.concurrent_updates: "),
        ("telegram: {webhook: {url: bot.example.org}}", "1: telegram.webhook.url: must begin with http"),
        ("telegram: {webhook: {url: 'https:///x'}}", "1: telegram.webhook.url: must begin with http"),
        ("telegram: {webhook: {url: 'https://x:port'}}", "1: telegram.webhook.url: Port could not be"),
        ("telegram: {webhook: {listen: localhost}}", "1: telegram.webhook.listen: must be an address of"),
        (
            "telegram: {webhook: {listen: '127.0.0.1:80'}}",
            "1: telegram.webhook.listen: must be an address of",
        ),
        ("telegram: {webhook: {listen: ''}}", "1: telegram.webhook.listen: must be an address of"),
        ("telegram:\n  webhook:\n    port: -1", "3: telegram.webhook.port: "),
        ("telegram:\n  webhook:\n    port: 65536", "3: telegram.webhook.port: "),
        ("telegram: {webhook: {secret: x}}", "1: telegram.webhook.secret: unknown key"),
        ("telegram: {webhook: https://x.org}", "1: telegram.webhook: must be `key: value` pairs"),
        ("telegram: https://api.telegram.org", "1: telegram: must be `key: value` pairs"),
        ("log: {level: LOUD}", "1: log.level: must be one of"),
        ("log: {level: debug}", "1: log.level: must be one of"),
        ("report: {content: 5}", "1: report.content: "),
        (f"token: {TOKEN}", "1: token: secrets do not belong in a file"),
        ("token:", "1: token: secrets do not belong in a file"),
        ("language: zh\nlanguage: en", "2: language: stands twice"),
        ("telegram:\n\tproxy: x", "2: file: not YAML: a tab character"),
        ("", "1: file: empty"),
        ("# nothing but a comment", "1: file: "),
        ("- a\n- b", "1: file: must be `key: value` lines"),
        ("just words", "1: file: must be `key: value` lines"),
        ("a: &a {b: 1}\nc: *a", "1: file: YAML anchors and aliases are not allowed"),
        ("language: zh: en", "1: file: not YAML"),
    ],
)
def test_a_problem_names_line_and_field_and_what_to_do(write: Write, text: str, problem: str) -> None:
    (found,) = problems(write(text))
    assert found.startswith(problem)


def test_a_token_in_the_file_is_not_repeated(write: Write) -> None:
    assert TOKEN not in "".join(problems(write(f"token: {TOKEN}")))


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    (found,) = problems(tmp_path / "nowhere.yaml")
    assert "cannot be read" in found


def test_a_folder_is_no_settings_file(tmp_path: Path) -> None:
    (found,) = problems(tmp_path)
    assert "cannot be read" in found


def test_a_file_that_is_not_utf_8_is_a_problem(tmp_path: Path) -> None:
    file = tmp_path / "config.yaml"
    file.write_bytes("language: zh\n# 中文\n".encode("gb18030"))
    (found,) = problems(file)
    assert found.startswith("2: file: not UTF-8")


def test_a_file_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    file = tmp_path / "config.yaml"
    file.write_bytes("\ufefflanguage: en".encode())
    assert load_config(file, {}).language == "en"


# the token


def token(environment: Mapping[str, str]) -> str:
    secret = load_config(EXAMPLE, environment).token
    return secret.get_secret_value() if secret else ""


@pytest.mark.parametrize("value", [TOKEN, f" {TOKEN}\n"])
def test_the_token_comes_from_the_environment(value: str) -> None:
    assert token({"BOT_TOKEN": value}) == TOKEN


def test_the_token_may_stand_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text(f"{TOKEN}\n")
    assert token({"BOT_TOKEN_FILE": str(file)}) == TOKEN


@pytest.mark.parametrize("environment", [{}, {"BOT_TOKEN": ""}, {"BOT_TOKEN": " ", "BOT_TOKEN_FILE": ""}])
def test_without_a_token_there_is_none(environment: dict[str, str]) -> None:
    assert token(environment) == ""


def test_the_token_is_not_shown(write: Write) -> None:
    config = load_config(write("language: zh"), {"BOT_TOKEN": TOKEN})
    assert TOKEN not in f"{config!r} {config} {config.model_dump()} {config.model_dump_json()}"


@pytest.mark.parametrize(
    "value",
    [
        "x",
        "123456",
        "123456:",
        ":abc",
        "123456:ab",
        f"{TOKEN} {TOKEN}",
        "一二三四五六:AAAAAAAAAAAA",
        "http://x",
    ],
)
def test_what_is_no_token_is_refused_without_repeating_it(value: str) -> None:
    (found,) = problems(EXAMPLE, {"BOT_TOKEN": value})
    assert found.startswith("environment:1: BOT_TOKEN: is no bot token")
    assert TOKEN not in found


def test_two_tokens_are_one_too_many(tmp_path: Path) -> None:
    (found,) = problems(EXAMPLE, {"BOT_TOKEN": TOKEN, "BOT_TOKEN_FILE": str(tmp_path / "token")})
    assert found.startswith("environment:1: BOT_TOKEN: set together with BOT_TOKEN_FILE")


@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe", b"x" * 5000])
def test_a_token_file_that_cannot_be_used_is_a_problem(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "token"
    if content is not None:
        file.write_bytes(content)
    (found,) = problems(EXAMPLE, {"BOT_TOKEN_FILE": str(file)})
    assert found.startswith(f"{file}:1: file: ")


def test_without_an_environment_given_the_real_one_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    monkeypatch.delenv("BOT_TOKEN_FILE", raising=False)
    assert "BOT_TOKEN" in os.environ
    secret = load_config(EXAMPLE).token
    assert secret
    assert secret.get_secret_value() == TOKEN
