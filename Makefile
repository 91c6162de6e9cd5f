# Every target sets up what it needs: Python 3.11 or newer and make are enough.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# pip's own notices would stand between the user and the bot's answer.
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check install --require-hashes

.PHONY: help run test check fmt bench questions lock clean
.DEFAULT_GOAL := help

help:  ## what there is
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

run: $(VENV)/runtime  ## try the bot in the browser, or serve Telegram when BOT_TOKEN is set
	@$(BIN)/python -m bot run

test: $(VENV)/development  ## all tests
	$(BIN)/python -m pytest

check: $(VENV)/development  ## format, lint, types, content, tests: what CI runs
	$(BIN)/ruff format --check bot tests
	$(BIN)/ruff check bot tests
	$(BIN)/mypy
	$(BIN)/python -m bot check
	@$(MAKE) --no-print-directory test

fmt: $(VENV)/development  ## format and mend what can be mended
	$(BIN)/ruff check --fix --show-fixes bot tests
	$(BIN)/ruff format bot tests

bench: $(VENV)/development  ## measure, side by side with the usual way
	$(BIN)/python -m tests.benchmarks

questions: $(VENV)/development  ## how well questions in plain words are answered, and how fast
	$(BIN)/python -m tests.questions

lock: $(VENV)/development  ## choose versions anew and write them down with their hashes
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --upgrade \
	    pyproject.toml --output-file requirements.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --upgrade \
	    pyproject.toml --group dev --constraint requirements.lock --output-file requirements-dev.lock

clean:  ## remove what was set up; keeps data/
	rm -rf $(VENV) .mypy_cache .ruff_cache

$(VENV)/pyvenv.cfg:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12 …")'
	@$(PYTHON) -m venv $(VENV)

$(VENV)/runtime: $(VENV)/pyvenv.cfg requirements.lock
	@echo "setting up $(VENV) (once) …" >&2
	@$(PIP) -r requirements.lock
	@touch $@

$(VENV)/development: $(VENV)/runtime requirements-dev.lock
	@echo "setting up the development tools (once) …" >&2
	@$(PIP) -r requirements-dev.lock
	@$(BIN)/python -m pip --quiet --disable-pip-version-check install --no-build-isolation --no-deps --editable .
	@touch $@
