# make demo and make test are the two commands; both need python3 (3.11 or later, with venv) and make, nothing else.
PYTHON ?= python3
BIN := .venv/bin
SHARED ?= ../shared
RECORD := $(or $(TMPDIR),/tmp)/tawatur-demo.tawatur

.PHONY: openapi setup demo test test-all test-browser test-server test-spark pictures lint gate bench bench-compare bench-serve bench-size clean

setup: .venv/installed

.venv/installed: pyproject.toml packages/tawatur-ner/pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "tawatur needs Python 3.11 or later; this is " + sys.version.split()[0] + ". Name another with make PYTHON=...")'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]' --editable packages/tawatur-ner
	@touch $@

demo: setup
	@rm -f $(RECORD) $(RECORD)-wal $(RECORD)-shm
	@$(BIN)/tawatur add --record $(RECORD) examples/
	@echo
	@$(BIN)/tawatur brief --record $(RECORD) $(if $(LANG_OF_BRIEF),--lang $(LANG_OF_BRIEF))
	@echo
	@sed 's|RECORD|$(RECORD)|; s|BIN|$(BIN)|' examples/next.md

test: setup
	@$(BIN)/python -m pytest -n auto

# What needs root, a browser or Java, and everything else that is checked.
test-all: setup lint gate test-server test-browser test-spark
	@$(BIN)/python benchmarks/readme.py --check

# Pages are tested in the browser that the system packages; Playwright drives it and brings none.
test-browser: .venv/browser
	@$(BIN)/python -m pytest -n auto -m browser tests/desk/browser

pictures: .venv/browser
	@$(BIN)/python docs/pictures.py

.venv/browser: .venv/installed
	@command -v chromium > /dev/null || { test "$$(id -u)" = 0 && command -v apt-get > /dev/null && \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -yqq --no-install-recommends chromium > /dev/null; } || \
	  { echo "make test-all runs a browser: install chromium, or run this as root on Debian." >&2; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[browser]'
	@touch $@

# Servers that are started, killed and asked very much.
test-server: .venv/contract
	@$(BIN)/python -m pytest -m server tests/desk

.venv/contract: .venv/installed
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[contract]'
	@touch $@

# Spark is an extra of 600 MB and needs Java 17, which only root can install.
test-spark: .venv/spark
	@$(BIN)/python -m pytest -m spark tests/archive

.venv/spark: .venv/installed
	@java -version 2>&1 | grep -Eq '"(17|21)' || { test "$$(id -u)" = 0 && command -v apt-get > /dev/null && \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -yqq --no-install-recommends openjdk-17-jre-headless > /dev/null; } || \
	  { echo "make test-all runs Spark, which needs Java 17: install openjdk-17-jre-headless, or run this as root on Debian." >&2; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[spark]'
	@touch $@

# The API's description changes on purpose only: tests compare it with the file.
openapi: setup
	@$(BIN)/python -c 'from tawatur.desk.api.document import written; print(written(), end="")' > docs/openapi.json

lint: setup
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy

gate: setup
	@$(BIN)/python benchmarks/gate.py --shared $(SHARED)

bench: setup
	@$(BIN)/python benchmarks/speed.py --shared $(SHARED)

# The speed of comparing is measured on readings that are made once (some minutes) and kept in the temporary folder.
bench-compare: setup
	@$(BIN)/python benchmarks/compare/run.py --shared $(SHARED) --freeze

# Eight readers at once on a record of 11,533 reports, which is made once (some ten minutes) and kept in the temporary
# folder; wrk is a package of Debian, which only root can install.
bench-serve: setup
	@command -v wrk > /dev/null || { test "$$(id -u)" = 0 && command -v apt-get > /dev/null && \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -yqq --no-install-recommends wrk > /dev/null; } || \
	  { echo "make bench-serve needs wrk: apt-get install wrk, or run this as root on Debian." >&2; exit 1; }
	@$(BIN)/python benchmarks/serve.py --shared $(SHARED) --workers 2 --write

bench-size: setup
	@$(BIN)/python benchmarks/size.py

clean:
	rm -rf .venv
