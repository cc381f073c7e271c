# What can you do here? `make` lists it.
SHELL := /bin/bash
BIN := .venv/bin
READY := .venv/.ready

help:  ## list these targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(READY): requirements.lock pyproject.toml
	@test -d .venv || python3 -m venv .venv
	@test -x $(BIN)/uv || $(BIN)/pip install --quiet --disable-pip-version-check uv || true
	@if test -x $(BIN)/uv; then $(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock; \
	else $(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock; fi
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index --editable .
	@touch $(READY)

install: $(READY)  ## make .venv and install everything from requirements.lock

demo: $(READY)  ## start a demo with a made-up region on http://127.0.0.1:8000/
	@$(BIN)/dekkend demo
	@$(BIN)/dekkend serve

test: $(READY)  ## run all tests (on PostgreSQL too: DATABASE_URL=postgresql://...)
	@$(BIN)/pytest -n auto

fast: $(READY)  ## run only the quick tests of the rules: no database, about a minute
	@$(BIN)/pytest tests/rules -n auto -m "not slow"

CHECKS := check-style check-types check-imports check-migrations check-upkeep check-api
check: $(CHECKS)  ## style, types, import contracts, migrations, translations, lock files, docs, the description of the open data

check-style: $(READY)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
check-types: $(READY)
	@$(BIN)/mypy
check-imports: $(READY)
	@$(BIN)/lint-imports
check-migrations: $(READY)
	@DJANGO_SETTINGS_MODULE=dekkend.config.settings.test $(BIN)/python -m django makemigrations --check --dry-run
	@DJANGO_SETTINGS_MODULE=dekkend.config.settings.test $(BIN)/python -m tests.translating --check
check-upkeep: $(READY)
	@$(BIN)/pytest -n 0 tests/architecture/test_upkeep.py
SPECTRAL := node_modules/.bin/spectral
check-api: $(READY)
	@if command -v npm >/dev/null; then $(MAKE) --no-print-directory judge-api; \
	elif [ -n "$$CI" ]; then echo "check-api needs node and npm"; exit 1; \
	else echo "check-api was skipped: it needs node and npm (apt-get install nodejs npm)"; fi
judge-api: $(SPECTRAL)
	@mkdir -p .cache
	@DJANGO_SETTINGS_MODULE=dekkend.config.settings.test $(BIN)/dekkend openapi --address https://dekkend.example > .cache/openapi.json
	@$(SPECTRAL) lint --quiet --fail-severity=warn --ruleset .spectral.yaml .cache/openapi.json
$(SPECTRAL): package-lock.json
	@npm ci --silent --ignore-scripts --no-audit --no-fund
	@touch -c $(SPECTRAL)

format: $(READY)  ## put the code in its usual form
	@$(BIN)/ruff check --fix --quiet .
	@$(BIN)/ruff format --quiet .

lock: $(READY)  ## renew both lock files from pyproject.toml
	@$(BIN)/uv pip compile pyproject.toml --group dev --all-extras --universal -p 3.11 --generate-hashes --quiet -o requirements.lock
	@$(BIN)/uv pip compile pyproject.toml --all-extras --universal -p 3.11 --generate-hashes --quiet -c requirements.lock -o deploy/requirements.lock

bench: $(READY)  ## seconds and memory: reading, pages for 50 people, saving, documents, coverage, finder, best plans
	@$(BIN)/python -m tests.benchmarks
	@$(BIN)/python -m tests.benchmarks.bench_pages
	@$(BIN)/python -m tests.benchmarks.bench_autosave
	@$(BIN)/python -m tests.benchmarks.bench_documents
	@$(BIN)/python -m tests.benchmarks.bench_coverage
	@$(BIN)/python -m tests.benchmarks.bench_finder
	@$(BIN)/python -m tests.benchmarks.bench_planning

docs: $(READY)  ## renew what is made from the code: the schema of a profile, the drawing of a procedure
	@$(BIN)/dekkend schema > docs/schema/dekkend-profile-1.json
	@$(BIN)/python -m tests.architecture.procedures

translations: $(READY)  ## renew the list of sentences to translate, and compile it
	@DJANGO_SETTINGS_MODULE=dekkend.config.settings.test $(BIN)/python -m tests.translating

clean:  ## remove everything that was made here, the demo's data too
	@rm -rf .venv var .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache node_modules *.egg-info

.PHONY: help install demo test fast check $(CHECKS) judge-api format lock bench docs clean
.DEFAULT_GOAL := help
