# What there is to run: `make help`. Needs git, make and Python 3.11 or later; the rest is installed into .venv.
# All paths are relative, so that the checkout may lie in a folder whose name has blanks.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help brief brief-of-illustration brief-of-paper test check types bench docs picture lock clean format environment chromium

VENV := .venv
BIN := $(VENV)/bin
PYTHON := $(BIN)/python
PIP := $(PYTHON) -m pip --disable-pip-version-check
CASE := examples/iraq-us-2020
BRIEFS := build/brief
PYTEST_ARGS ?=

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | while IFS="$$(printf '\t')" read -r name what; do \
	  printf '  make %-12s %s\n' "$$name" "$$what"; done

brief: $(VENV)/installed-brief ## write the briefs of the flagship case to build/brief
	@mkdir -p $(BRIEFS)
	@$(MAKE) --no-print-directory --jobs 2 --output-sync brief-of-illustration brief-of-paper
	@echo
	@echo "Written to $(BRIEFS); they need no network. With the project's illustration of a sheet of judgements:"
	@echo "  iraq-us-2020-brief-en  .html .pdf .docx   the whole brief in English; -ar in Arabic"
	@echo "  iraq-us-2020-short-en  .html .pdf .docx   the two pages for the decision-maker; -ar in Arabic"
	@echo "With nothing but what the paper itself ranks or rates:"
	@echo "  iraq-us-2020-paper-only.html"

brief-of-illustration:
	$(BIN)/hiwar brief $(CASE) -s illustration -o $(BRIEFS)/

brief-of-paper:
	$(BIN)/hiwar brief $(CASE) -s paper-only -o $(BRIEFS)/iraq-us-2020-paper-only.html

test: environment chromium ## run every test (PYTEST_ARGS="--hypothesis-profile thorough" for many more random cases)
	$(PYTHON) -m pytest $(PYTEST_ARGS)

check: environment chromium ## what must hold before a change is taken: form, types, layers, documentation, tests
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m ruff check .
	@$(MAKE) --no-print-directory types
	$(BIN)/lint-imports --no-cache
	@$(MAKE) --no-print-directory docs
	$(PYTHON) -m pytest --cov --cov-report=term:skip-covered $(PYTEST_ARGS)

types: environment ## check the types, of the tests too
	$(PYTHON) -m mypy
	@for part in benchmarks tests/conftest.py tests/*/conftest.py; do $(PYTHON) -m mypy "$$part" || exit 1; done

bench: environment ## time the methods against plain versions and a peer
	$(PYTHON) -m pytest benchmarks --benchmark-only $(PYTEST_ARGS)

docs: environment ## build the documentation to build/docs; a warning is an error
	$(PYTHON) -m sphinx -W --keep-going -q -b html docs build/docs
	@echo "Documentation: build/docs/index.html"

picture: environment chromium brief ## draw the picture of the brief in README.md anew
	$(PYTHON) tools/picture.py

format: environment ## bring the code into the project's form
	$(PYTHON) -m ruff format .
	$(PYTHON) -m ruff check --fix .

lock: environment ## renew both locks from pyproject.toml
	tools/lock "$(PYTHON)"

clean: ## remove what was built; .venv stays (delete it by hand to start over)
	rm -rf build dist docs/reference/generated .pytest_cache .mypy_cache .ruff_cache .hypothesis .benchmarks .coverage
	find src tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

environment: $(VENV)/installed-dev

chromium:
	@tools/chromium

$(PYTHON):
	@tools/venv "$(VENV)"

# The package itself goes in without its own resolution: everything it needs, the build backend too, is in the locks.
$(VENV)/installed-brief: requirements-brief.lock pyproject.toml | $(PYTHON)
	$(PIP) install --quiet --require-hashes -r requirements-brief.lock
	$(PIP) install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/installed-dev: requirements.lock pyproject.toml | $(PYTHON)
	$(PIP) install --quiet --require-hashes -r requirements.lock
	$(PIP) install --quiet --no-deps --no-build-isolation -e .
	@touch $@
