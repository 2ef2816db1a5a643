# make demo and make test are the two commands; both need python3 (3.11 or later, with venv) and make, nothing else.
PYTHON ?= python3
BIN := .venv/bin
# What is never imported need not be compiled: two thirds of the time of installing.
PIP = $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile
SHARED ?= ../shared
# A folder of the user's own: others of the same machine make theirs.
DEMO := $(or $(TMPDIR),/tmp)/tawatur-demo-$(shell id -u)
RECORD := $(DEMO)/demo.tawatur

# $(call extra,NAME): what an extra needs. The program itself is there, and is neither built nor put in place again: it may
# be running.
extra = $(BIN)/python -c 'import tomllib; found = tomllib.load(open("pyproject.toml", "rb"))["project"]; \
  print(*(x for x in found["optional-dependencies"]["$(1)"] if not x.startswith(found["name"])), sep="\n")' > .venv/$(1).txt \
  && $(PIP) --requirement .venv/$(1).txt

# $(call system,PACKAGE,HOW IT IS SEEN THAT IT IS THERE,WHO NEEDS IT): a package that only root can install.
system = { $(2); } || { test "$$(id -u)" = 0 && command -v apt-get > /dev/null && \
  { test -n "$$(find .venv/listed -mmin -60 2> /dev/null)" || { apt-get update -qq && touch .venv/listed; }; } && \
  DEBIAN_FRONTEND=noninteractive apt-get install -yqq --no-install-recommends $(1) > /dev/null; } || \
  { echo "$(3): install $(1), or run this as root on Debian." >&2; exit 1; }

.PHONY: openapi setup demo test test-all checked equipped test-browser test-server test-spark pictures lint gate bench bench-compare bench-serve bench-size clean

setup: .venv/installed

.venv/installed: pyproject.toml packages/tawatur-ner/pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "tawatur needs Python 3.11 or later; this is " + sys.version.split()[0] + ". Name another with make PYTHON=...")'
	@echo "Setting up .venv with what tawatur needs, from the package registry; this takes some minutes, once."
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(PIP) --editable '.[dev]' --editable packages/tawatur-ner > .venv/pip.log 2>&1 || { cat .venv/pip.log >&2; exit 1; }
	@touch $@

demo: setup
	@mkdir -p -m 700 $(DEMO) && test -O $(DEMO) || { echo "$(DEMO): is another user's; name another folder with make demo DEMO=..." >&2; exit 1; }
	@rm -f $(RECORD) $(RECORD)-wal $(RECORD)-shm
	@$(BIN)/tawatur add --record $(RECORD) examples/
	@echo
	@$(BIN)/tawatur brief --record $(RECORD) $(if $(LANG_OF_BRIEF),--lang $(LANG_OF_BRIEF))
	@echo
	@sed 's|RECORD|$(RECORD)|; s|BIN|$(BIN)|' docs/after-demo.txt

test: setup
	@$(BIN)/python -m pytest -n auto

# What needs root, a browser or Java, and everything else that is checked. What is to be installed comes while the rest is
# checked.
test-all: setup
	@$(MAKE) --no-print-directory --output-sync --jobs=2 equipped checked
	@$(MAKE) --no-print-directory test-server test-browser test-spark
	@$(BIN)/python benchmarks/readme.py --check

checked: lint gate

# One after the other: neither pip nor apt-get works twice at once in one place.
equipped: setup
	@$(MAKE) --no-print-directory .venv/contract
	@$(MAKE) --no-print-directory .venv/browser
	@$(MAKE) --no-print-directory .venv/spark

# Pages are tested in the browser that the system packages; Playwright drives it and brings none.
test-browser: .venv/browser
	@$(BIN)/python -m pytest -n auto --dist loadgroup -m browser tests/desk/browser

pictures: .venv/browser
	@$(BIN)/python docs/pictures.py

.venv/browser: .venv/installed
	@$(call system,chromium,command -v chromium > /dev/null,make test-all runs a browser)
	@$(call extra,browser)
	@touch $@

# Servers that are started, killed and asked very much.
test-server: .venv/contract
	@$(BIN)/python -m pytest -m server tests/desk

.venv/contract: .venv/installed
	@$(call extra,contract)
	@touch $@

# Spark is an extra of 600 MB and needs Java 17, which only root can install.
test-spark: .venv/spark
	@$(BIN)/python -m pytest -m spark tests/archive

.venv/spark: .venv/installed
	@$(call system,openjdk-17-jre-headless,java -version 2>&1 | grep -Eq '"(17|21)',make test-all runs Spark and needs Java 17)
	@$(call extra,spark)
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
	@$(call system,wrk,command -v wrk > /dev/null,make bench-serve needs wrk)
	@$(BIN)/python benchmarks/serve.py --shared $(SHARED) --workers 2 --write

bench-size: setup
	@$(BIN)/python benchmarks/size.py

clean:
	rm -rf .venv
