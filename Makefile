# Everything a developer or CI does, by name. `make` alone lists it.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help install lock run test test-engine test-browser check fix bench

PORT ?= 8000
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/lock.sha256
GUIDELINE := guidelines/content/neuropathy

# A laptop and CI want DEBUG; a deployment sets nothing and gets the strict settings.
DEVELOPMENT := DEBUG=true

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
