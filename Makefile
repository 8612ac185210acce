# Everything this project can do. `make` alone lists it.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL         := bash
.SHELLFLAGS   := -eu -o pipefail -c
MAKEFLAGS     += --warn-undefined-variables --no-builtin-rules

# Whose night, where it is built, and of which day (empty: firm.toml says).
FIRM  ?= firm.toml
BUILD ?= build
DAY   ?=
# `make sql Q="select …"` prints one answer. `make test T=tests/…` runs some tests.
Q     ?=
T     ?=
# `make sql AUDIENCE=people Q="…"` asks the file of another audience.
AUDIENCE ?= analysts
# `make why A=hubspot:account:1 B=quickbooks:customer:9` weighs two records.
A     ?=
B     ?=
# `make erase PERSON=ann.lee@example.com` names a person by our id, a record or an address.
PERSON ?=
# `make oracle N=500` compares so many random firms, and goes on where it stopped.
N     ?= 500
# `make nightly FULL=1` builds every model even when nothing changed.
FULL  ?=
# `make backfill SYSTEM=hubspot SINCE=2024-01-01` reads older years; without SINCE, everything.
SYSTEM ?=
SINCE  ?=
# `make connect SYSTEM=xero PASTE=1` takes a pasted code, where there is no browser.
PASTE  ?=
PORT  ?= 8501
PLACES ?= 20
# The folder of `utility_id_pudl.csv` (Catalyst Cooperative, CC-BY-4.0), which is not kept here.
PUDL  ?=
# `make parity SYSTEMS="salesforce"` compares only these; without it, every other system.
SYSTEMS ?=
# All tests together: each module on one of the cores, in the order of tests/conftest.py.
ALL_CORES := -n auto --maxprocesses 4 --dist loadscope --no-loadscope-reorder

PYTHON ?= python3
BIN    := .venv/bin
NIGHT   = $(BIN)/python -m pipelines
WHERE   = --firm "$(FIRM)" --build "$(BUILD)"

export PYTHONPATH                      := $(CURDIR)
# The dashboard asks for these; Q reaches the shell unquoted by make.
export BUILD FIRM Q

# Nothing that is used here may report home.
export RUNTIME__DLTHUB_TELEMETRY       := false
export DBT_SEND_ANONYMOUS_USAGE_STATS  := false
export DO_NOT_TRACK                    := 1
export GX_ANALYTICS_ENABLED            := false
export STREAMLIT_BROWSER_GATHER_USAGE_STATS := false

##@ Every night
nightly: $(BIN)/.installed            ## load, transform, check and publish (cron: see below)
	$(NIGHT) nightly $(WHERE) $(if $(DAY),--day $(DAY)) $(if $(FULL),--full)

load: $(BIN)/.installed               ## begin a generation: copy every source into raw_<system>
	$(NIGHT) load $(WHERE) $(if $(DAY),--day $(DAY))

transform: $(BIN)/.installed          ## build staging, intermediate and marts, and test them
	$(NIGHT) transform $(WHERE)

check: $(BIN)/.installed              ## flag duplicate and drifting records in quality.findings
	$(NIGHT) check $(WHERE)

publish: $(BIN)/.installed            ## write one file per audience and point readers to them
	$(NIGHT) publish $(WHERE)

connect: $(BIN)/.installed            ## sign in to a system and say what can be read (SYSTEM=xero)
	@$(NIGHT) connect "$(SYSTEM)" $(WHERE) $(if $(PASTE),--paste)

backfill: $(BIN)/.installed           ## read one system again (SYSTEM=hubspot SINCE=2024-01-01)
	$(NIGHT) backfill "$(SYSTEM)" $(WHERE) $(if $(SINCE),--since $(SINCE))

rollback: $(BIN)/.installed           ## point readers to the generation before
	$(NIGHT) rollback $(WHERE)

verify: $(BIN)/.installed             ## hash every kept generation against its manifest
	$(NIGHT) verify $(WHERE)

##@ Looking
dashboard: $(BIN)/.installed          ## open the dashboard on localhost:8501
	$(BIN)/python -m dashboards --server.port $(PORT)

sql: $(BIN)/.installed                ## ask the published file in SQL, read-only (Q="select …")
	@$(NIGHT) sql $(WHERE) --audience "$(AUDIENCE)" $(if $(Q),"$$Q")

why: $(BIN)/.installed                ## why two records are one, or not (A=hubspot:account:1 B=…)
	@$(NIGHT) why $(WHERE) "$(A)" "$(B)"

audit: $(BIN)/.installed              ## write the quarterly audit: a workbook and a page, in BUILD/audits
	@$(NIGHT) audit $(WHERE)

pack: $(BIN)/.installed               ## write eight pages of leadership's file as one HTML file, in BUILD/packs
	@AUDIENCE=leadership $(BIN)/python -m dashboards.pack

##@ Working on it
test: $(BIN)/.installed               ## run every test
	$(BIN)/pytest $(or $(T),$(ALL_CORES))

faults: $(BIN)/.installed             ## every fault x every system x first, middle and last answer
	FAULTS=all $(BIN)/pytest tests/pipelines/sources/test_faults_of_sources.py \
	    tests/pipelines/sources/test_schedules.py

alarms: $(BIN)/.installed             ## play ordinary days of invented firms (10 minutes): no table may be held back
	$(BIN)/python -m tests.pipelines.sources.ordinary_days 3 40

oracle: $(BIN)/.installed             ## compare N random firms with a second calculation
	$(BIN)/python -m tests.oracle.campaign $(N) "$(BUILD)/oracle"

lint: $(BIN)/.installed               ## check style and types; changes nothing
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/sqlfluff lint dbt_project

format: $(BIN)/.installed             ## fix what can be fixed
	$(BIN)/ruff check --fix . && $(BIN)/ruff format .
	$(BIN)/sqlfluff fix dbt_project

sbom: $(BIN)/.installed               ## list every package with its hash and licence, in BUILD/sbom.json
	@$(NIGHT) sbom $(WHERE)

office:                               ## install LibreOffice's spreadsheet, which one test opens the audit in (Debian)
	apt-get install --yes --no-install-recommends libreoffice-calc-nogui

docs: $(BIN)/.installed               ## rewrite the data dictionary and the map of facts
	$(NIGHT) docs

bench: $(BIN)/.installed              ## measure a night and a load, write benchmarks/RESULTS.md
	$(BIN)/python -m benchmarks.night
	$(BIN)/python -m benchmarks.load

pictures: $(BIN)/.installed           ## take a small picture of every page, write docs/pages
	$(BIN)/python -m tests.browser.pictures "$(BUILD)" docs/pages

kill: $(BIN)/.installed               ## kill the real night at PLACES places (half an hour), write benchmarks/RESULTS.md
	$(BIN)/python -m tests.pipelines.killed_real_nights "$(BUILD)/killed" $(PLACES)

parity: $(BIN)/.installed             ## tell the sample night through other SYSTEMS too, and compare every cell
	$(BIN)/python -m tests.pipelines.parity "$(BUILD)/parity" $(SYSTEMS)

identity: $(BIN)/.installed           ## measure who is who in invented firms (and real ones: PUDL=folder)
	$(BIN)/python -m benchmarks.identity_sandbox
	$(if $(PUDL),$(BIN)/python -m benchmarks.identity "$(PUDL)",@echo "Real companies: skipped. Name the folder of utility_id_pudl.csv: make identity PUDL=folder.")

scale: $(BIN)/.installed              ## measure who is who over 100,000 records, beside Splink 5
	$(BIN)/python -m benchmarks.identity_cost

weights: $(BIN)/.installed            ## propose weights of evidence from decisions, as a diff to the seed
	@$(NIGHT) weights $(WHERE)

habits: $(BIN)/.installed             ## plant bad habits in ten firms (5 minutes), write benchmarks/RESULTS.md
	$(BIN)/python tests/pipelines/checks/measured_habits.py 10

##@ Starting over
clean:                                ## remove what can be rebuilt; nights and their log stay
	rm -rf "$(BUILD)/dbt" "$(BUILD)/sandbox" "$(BUILD)/killed" "$(BUILD)/parity" .pytest_cache .mypy_cache \
	    .ruff_cache .hypothesis
	find . -name __pycache__ -not -path "./.venv/*" -prune -exec rm -rf {} +

erase: $(BIN)/.installed              ## remove a person from every night, file, log and audit (PERSON=…)
	@$(NIGHT) erase $(WHERE) "$(PERSON)"

forget: $(BIN)/.installed             ## remove every night, after the firm's name is typed
	@$(NIGHT) forget $(WHERE)

help:
	@awk 'BEGIN {FS = ":.*## "} \
	    /^##@/ {printf "\n%s\n", substr($$0, 5)} \
	    /^[a-z]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))
	@printf '\n%s\n' "FIRM=firm.toml BUILD=build DAY=2026-06-01 choose whose night, where, of which day."
	@printf '%s\n' "make itself always fails with 2; cron reads 0 published, 1 not published, 2 refused," \
	    "3 published with marks from: $(BIN)/python -m pipelines nightly"

# Made by itself, and again whenever the lock changes.
$(BIN)/.installed: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	    { echo "$(PYTHON) is older than 3.11. Name a newer one: make PYTHON=python3.12"; exit 1; }
	@$(BIN)/python -m pip --version > /dev/null 2>&1 || $(PYTHON) -m venv --clear .venv || \
	    { echo "Install the venv module first (Debian: apt-get install python3-venv)."; exit 1; }
	if command -v uv > /dev/null; then \
	    uv pip install --quiet --python $(BIN)/python --require-hashes \
	        --only-binary :all: --compile-bytecode -r requirements.lock; \
	else \
	    $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes \
	        --only-binary :all: -r requirements.lock; \
	fi
	@touch $@

# Every verb that the list above explains; none is a file.
.PHONY: help $(shell sed -n 's/^\([a-z]*\):.*\#\# .*/\1/p' $(firstword $(MAKEFILE_LIST)))
