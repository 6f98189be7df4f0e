# What there is to do with a checkout. `make run` and `make test` need nothing before them.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

VENV := .venv
BIN := $(VENV)/bin
# Stamps: what was installed last, and from which files.
RUNTIME := $(VENV)/.runtime
TESTING := $(VENV)/.testing
WORKERS ?= auto

.PHONY: help install install-test run test lint bench fuzz constraints clean distclean

help: ## Lists what can be made
	@sed -n 's/^\([a-z-]*\):.*## /\1|/p' $(MAKEFILE_LIST) | while IFS='|' read -r target about; do \
	  printf '  make %-13s %s\n' "$$target" "$$about"; done

install: $(RUNTIME) ## Builds .venv with the exact versions of constraints.txt

install-test: $(TESTING) ## The same with what the tests need

run: $(RUNTIME) ## Opens the pages at 127.0.0.1:8501, with the project's samples if the base is empty
	@$(BIN)/zhiku samples
	@$(BIN)/zhiku serve

test: $(TESTING) ## Runs every test (WORKERS=0 runs them one after the other)
	@$(BIN)/python -m pytest --numprocesses=$(WORKERS) --maxprocesses=8 --dist=loadgroup

lint: $(TESTING) ## Checks style, format and types
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

bench: $(RUNTIME) ## Measures ingestion, engines and retrieval and prints one table
	@$(BIN)/python -m bench

# The interpreter: $PYTHON, else the first of these for which the versions in constraints.txt exist and that can make
# an environment (Debian keeps that part in a package of its own).
define CHOOSE_PYTHON
python=; bare=; \
for candidate in $${PYTHON:-python3 python3.13 python3.12 python3.11}; do \
  version=$$("$$candidate" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null) || continue; \
  case $$version in 3.11|3.12|3.13) ;; *) continue ;; esac; \
  if "$$candidate" -c 'import ensurepip, venv' 2>/dev/null; then python=$$candidate; break; fi; \
  bare=$${bare:-$$version}; \
done; \
if [ -z "$$python$$bare" ]; then \
  echo "No Python 3.11, 3.12 or 3.13 was found. Install one, or name it: make PYTHON=/path/to/python3.12 ..." >&2; \
  exit 1; \
elif [ -z "$$python" ]; then \
  echo "Python $$bare cannot make an environment. On Debian and Ubuntu: apt-get install python$$bare-venv" >&2; exit 1; \
fi
endef

# pip installs quietly; a single line tells how far it is, and its whole log is shown only where it fails.
define INSTALL
echo "Installing $(2) into $(VENV) (once) ..."; \
if ! $(BIN)/python -m pip install --disable-pip-version-check --progress-bar off \
    --constraint constraints.txt --editable $(1) 2>&1 \
  | tee $(VENV)/install.log \
  | awk -v terminal="$$(test -t 2 && echo yes)" \
        '/^ *Collecting / { ++found; if (terminal) printf "\r  %3d packages found", found; fflush() } \
         /^Installing collected/ { printf "\r  %3d packages found, unpacking them ...", found; fflush() } \
         END { print "" }'; then \
  tail -n 40 $(VENV)/install.log >&2; \
  echo "The installation failed; the whole log is $(VENV)/install.log." >&2; exit 1; \
fi
endef

$(BIN)/python:
	@$(CHOOSE_PYTHON); "$$python" -m venv $(VENV)

$(RUNTIME): pyproject.toml constraints.txt | $(BIN)/python
	@$(call INSTALL,.,the program)
	@touch $@

$(TESTING): $(RUNTIME)
	@$(call INSTALL,'.[test]',what the tests need)
	@touch $@

fuzz: $(TESTING) ## Reads 5,000 broken files (FUZZ="--seed 9 --count 100" for others)
	@$(BIN)/python -m tests.fuzz $(FUZZ)

constraints: ## Renews constraints.txt with the newest versions that pyproject.toml allows
	@$(CHOOSE_PYTHON); folder=$$(mktemp -d); trap 'rm -rf "$$folder"' EXIT; \
	"$$python" -m venv "$$folder"; \
	"$$folder/bin/python" -m pip install --quiet --upgrade --editable '.[test]'; \
	{ echo '# Exact versions for `make install` and for CI, runtime and tests. Made by `make constraints`.'; \
	  "$$folder/bin/python" -m pip freeze --all --exclude-editable | grep -v '^pip==' | sort -f; } >constraints.new; \
	mv constraints.new constraints.txt

clean: ## Removes what tests and builds leave behind
	@rm -rf build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find . -name __pycache__ -type d -not -path './$(VENV)/*' -prune -exec rm -rf {} +

distclean: clean ## Removes the environment and the downloads of the test services too
	@rm -rf $(VENV) .cache
