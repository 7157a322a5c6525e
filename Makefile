# Everything a developer or CI does, by name. `make` alone lists it.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help install lock run test test-engine test-browser check fix messages bench

PORT ?= 8000
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/lock.sha256
GUIDELINE := guidelines/content/neuropathy

# A laptop and CI want DEBUG; a deployment sets nothing and gets the strict settings.
DEVELOPMENT := DEBUG=true

# How many share the tests; "auto" is one for each core.
PROCESSES ?= auto

# What `check --deploy` is asked about: a deployment's environment, with nothing secret in it.
PRODUCTION := DEBUG=false ALLOWED_HOSTS=advisor.example.org \
	SECRET_KEY=only-for-the-deployment-check-and-long-enough-to-satisfy-it-0123456789

help: ## List these targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 14

install: ## Make .venv from the hashed lock (nothing to do when it is up to date)
	@digest=$$(sha256sum requirements.lock | cut -d' ' -f1); \
	if [ "$$(cat $(STAMP) 2>/dev/null)" != "$$digest" ]; then \
		$(PYTHON) -m venv --clear --without-pip $(VENV); \
		$(PYTHON) -m pip --python $(BIN)/python install -qq --disable-pip-version-check \
			--only-binary :all: --require-hashes -r requirements.lock; \
		echo "$$digest" > $(STAMP); \
	fi

lock: install ## Make requirements.lock again from pyproject.toml (needs uv)
	@{ sed -n 1p requirements.lock; uv pip compile pyproject.toml --group test --group check --python-version 3.11 \
		--universal --generate-hashes --no-emit-index-url --no-annotate --no-header --only-binary :all: --quiet; \
	} > requirements.lock.new && mv requirements.lock.new requirements.lock

run: export DEBUG = true
run: install ## Set up everything, load the content, and serve on PORT (8000)
	@mkdir -p var
	@$(BIN)/python manage.py migrate --verbosity 0
	@$(BIN)/python manage.py createcachetable
	@$(BIN)/python manage.py make_demo_accounts > var/demo-accounts.txt
	@$(BIN)/python manage.py load_guideline $(GUIDELINE) --submit --by editor@example.org
	@$(BIN)/python manage.py ledger seal > /dev/null
	@echo; echo "Advisor: http://127.0.0.1:$(PORT)/   Not for clinical use as shipped. Sign in as:"
	@cat var/demo-accounts.txt; echo
	@exec $(BIN)/python manage.py runserver --noreload 127.0.0.1:$(PORT)

# What was compiled for one run serves the next, whatever the environment says: that is seconds of each process.
test test-engine test-browser: export PYTHONDONTWRITEBYTECODE =

test: install ## Every test; DATABASE_URL names the database, SQLite otherwise
	@$(BIN)/python -m pytest --numprocesses $(PROCESSES) --dist worksteal $(ARGS)

test-engine: install ## The engine's tests, without Django
	@$(BIN)/python -m pytest -p no:django -p no:playwright -W ignore::pytest.PytestConfigWarning tests/spec tests/property $(ARGS)

test-browser: install ## The tests in Chromium
	@$(BIN)/python -m pytest tests/browser $(ARGS)

# Files typed strictly: the engine and the seams, as far as they exist.
TYPED = $(wildcard guidelines/engine guidelines/review guidelines/contribution.py guidelines/dossier.py guidelines/imprint.py guidelines/queue.py guidelines/readiness guidelines/library.py guidelines/shelf.py guidelines/integrity.py advisor/record.py advisor/answers.py advisor/numeral.py advisor/response.py)

check: export DATABASE_URL = sqlite://:memory:
check: install ## Everything that can be known without running the tests; changes nothing
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(DEVELOPMENT) $(BIN)/mypy $(TYPED)
	$(BIN)/lint-imports
	$(DEVELOPMENT) $(BIN)/python manage.py makemigrations --check --dry-run
	$(DEVELOPMENT) $(BIN)/python manage.py workflow_diagram --check
	$(BIN)/djlint templates --check --quiet
	$(BIN)/djlint templates --lint --quiet
	$(DEVELOPMENT) $(BIN)/python manage.py check --fail-level WARNING
	$(PRODUCTION) $(BIN)/python manage.py check --deploy --fail-level WARNING

fix: install ## Put right what a tool can put right
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/djlint templates --reformat --quiet

messages: install ## Gather the words to be translated into locale/, and compile what is translated
	@DJANGO_SETTINGS_MODULE=tests.settings $(BIN)/python -m tests.messages

bench: install ## What recommendations, first visits and questions cost, on both databases
	@$(DEVELOPMENT) $(BIN)/python -m tests.bench
	@echo; $(DEVELOPMENT) .ci/with-postgres $(BIN)/python -m tests.bench || [ $$? = 3 ]
