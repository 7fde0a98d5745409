# Thin: each target calls one command that can be read in scripts/.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test check demo bench setup links-report translations

run: setup
	@scripts/run-window

demo: setup
	@scripts/make-demo

test: setup
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q

check: setup
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: setup
	@$(BIN)/python scripts/bench.py

links-report: setup
	@$(BIN)/python scripts/links_report.py

translations: setup
	@$(BIN)/python scripts/translations.py update
	@$(BIN)/python scripts/translations.py compile
	@$(BIN)/python scripts/translations.py state

setup: $(VENV)/.installed

$(VENV)/.installed: pyproject.toml constraints.txt scripts/set-up
	@PYTHON=$(PYTHON) VENV=$(VENV) scripts/set-up
	@touch $@
