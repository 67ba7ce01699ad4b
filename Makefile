# A fresh machine needs Python 3.11 or newer and make; the rest comes from the package registry.
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
UV ?= uv
CHROMIUM ?= chromium
OUT ?= out
EXAMPLE := examples/harbour-bridge
BIN := .venv/bin
# Built with the hatchling of the lock file: a build of its own would fetch one that no hash pins.
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: help setup demo desk test lint types fuzz golden screenshots desk-screenshots lock clean

help:  ## what can be made
	@grep -hE '^[a-z%-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*##/\t/' | expand -t 16

setup: .venv/.ready  ## a virtual environment with what running needs

.venv/.ready: requirements.txt pyproject.toml
	@test -n "$(PYTHON)" || { echo "firsthand needs Python 3.11 or newer (set PYTHON=...)" >&2; exit 1; }
	@test -x $(BIN)/python && $(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv .venv
	$(INSTALL) --require-hashes -r requirements.txt
	$(INSTALL) --no-build-isolation --no-deps --editable .
	@touch $@

.venv/.ready-dev: .venv/.ready requirements-dev.txt
	$(INSTALL) --require-hashes -r requirements-dev.txt
	@touch $@

demo: .venv/.ready  ## the report on the example, as text here and as HTML in out/
	@mkdir -p $(OUT)
	@$(BIN)/firsthand report $(EXAMPLE)/pages -o $(OUT)/harbour-bridge.html -o $(OUT)/harbour-bridge.txt
	@cat $(OUT)/harbour-bridge.txt
	@echo
	@echo "The same report, to read in a browser: $(abspath $(OUT))/harbour-bridge.html"
	@echo "The desk with the example in it:       make desk"

desk: .venv/.ready  ## the newsroom's own pages, with the example in them, at http://127.0.0.1:8000
	@mkdir -p $(OUT)
	@$(BIN)/firsthand add $(EXAMPLE)/pages --store $(OUT)/desk.db
	@echo "Open http://127.0.0.1:8000 (Ctrl-C ends it)"
	@$(BIN)/firsthand desk --store $(OUT)/desk.db

test: lint types  ## lint, types, tests
	$(BIN)/pytest

lint: .venv/.ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/.ready-dev
	$(BIN)/mypy

fuzz: .venv/.ready-dev  ## hostile pages of every format for ten minutes, the same ones for the same SEED
	nice $(BIN)/python -m tests.fuzzing.run --minutes $(or $(MINUTES),10) --seed $(or $(SEED),1)

golden: .venv/.ready-dev  ## write the expected answers of tests/golden again; read the difference before you commit it
	$(BIN)/python -m tests.golden.write

screenshots: .venv/.ready  ## the picture in the README (needs Chromium)
	@mkdir -p $(OUT)
	$(BIN)/firsthand report $(EXAMPLE)/pages -o $(OUT)/harbour-bridge.html
	$(CHROMIUM) --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size=1400,1500 \
		--screenshot=docs/harbour-bridge.png file://$(abspath $(OUT))/harbour-bridge.html

desk-screenshots: .venv/.ready-dev  ## the pictures in docs/desk.md (needs Chromium)
	$(BIN)/python -m tests.web.screenshots docs

SHARED ?= ../shared
DATA_quantities := $(SHARED)/bench/quantities/newsquant-even.jsonl
DATA_times := $(SHARED)/bench/time/timebank-aquaint.jsonl

bench-articles: .venv/.ready-dev  ## HTML bodies beside their peers, raw scraped pages, several articles on one page
	$(BIN)/python bench/articles.py --pool $(ARGS)
	$(BIN)/python bench/scraped.py
	$(BIN)/python bench/several.py

bench-%: .venv/.ready-dev  ## bench-findings, bench-articles, ...: measure a stage on data that lies in ../shared
	PYTHONPATH=. $(BIN)/python bench/$*.py $(or $(ARGS),$(DATA_$*))

lock:  ## pin what pyproject.toml asks for, with hashes (needs uv)
	printf 'hatchling==1.27.0\neditables>=0.5\n' | $(UV) pip compile $(LOCK) pyproject.toml - --output-file requirements.txt
	printf 'hatchling==1.27.0\neditables>=0.5\n' | $(UV) pip compile $(LOCK) --extra dev --extra cluster \
		--constraints requirements.txt pyproject.toml - --output-file requirements-dev.txt
	@! grep -nE 'https?://|-[-]index-url' requirements.txt requirements-dev.txt

LOCK := --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate

clean:  ## remove what was made here, the virtual environment too
	rm -rf .venv out build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
