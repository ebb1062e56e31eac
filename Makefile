# Sampan. `make` alone prints this help.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

PYTHON ?= python3
PORT ?= 8000
LOCK ?= bulk
V := .venv/bin
PIP := $(V)/python -m pip install --quiet --disable-pip-version-check
LINH := docs/examples/linh.toml

.NOTPARALLEL:
.PHONY: help setup run test proof bench lint types fuzz words lock clean system

help: ## Print this help
	@printf 'Sampan: offers, contracts, payslips and claims held against the dated law.\n\n'
	@sed -nE 's/^([a-z]+):[^#]*## (.*)/  make \1|\2/p' $(MAKEFILE_LIST) | column -t -s '|' 2>/dev/null \
	  || sed -nE 's/^([a-z]+):[^#]*## (.*)/  make \1  \2/p' $(MAKEFILE_LIST)

setup: .venv/.setup-$(LOCK) ## Make .venv and install Sampan (LOCK=base: without the bulk runtimes)

run: setup ## Check the example offer, print the verdict, and serve on 127.0.0.1 (PORT=8000)
	@if (exec 3<>/dev/tcp/127.0.0.1/$(PORT)) 2>/dev/null; then \
	  echo "Port $(PORT) is taken. Choose another one: make run PORT=8001" >&2; exit 1; fi
	@$(V)/sampan serve --port $(PORT) & server=$$!; \
	trap 'kill $$server 2>/dev/null || true; wait $$server 2>/dev/null || true' EXIT; \
	trap 'exit 0' INT TERM; \
	until (exec 3<>/dev/tcp/127.0.0.1/$(PORT)) 2>/dev/null; do \
	  kill -0 $$server 2>/dev/null || { echo 'The server did not start; the reason is above.' >&2; exit 1; }; \
	  sleep 0.2; done; \
	$(V)/python -c 'import urllib.request as web; web.urlopen("http://127.0.0.1:$(PORT)/", timeout=20)'; \
	answer=0; $(V)/sampan check $(LINH) || answer=$$?; \
	[ $$answer -eq 1 ] || { echo "Expected exit status 1 (something is not allowed), got $$answer." >&2; exit 1; }; \
	printf '\nSampan is serving on http://127.0.0.1:%s/ (Ctrl-C stops it)\n' $(PORT); \
	wait $$server

test: system .venv/.setup-dev tests/node/node_modules/.stamp lint types ## Everything: style, types, every test; installs what it needs
	@$(V)/python -m pytest

proof: system .venv/.setup-dev tests/node/node_modules/.stamp ## The long proofs, and the pictures under docs/proof
	@$(V)/python -m tests.proof

bench: .venv-bench/.stamp ## Speed, beside OpenFisca (an environment of its own)
	@.venv-bench/bin/python -m bench

lint: .venv/.setup-dev ## Style only (ruff)
	@$(V)/ruff check .

types: .venv/.setup-dev ## Types only (mypy, strict)
	@$(V)/mypy

fuzz: .venv/.setup-dev ## Throw much more bad input at every reader than `make test` does
	@$(V)/python -m pytest --hypothesis-profile=fuzz -k fuzz

words: .venv/.setup-dev ## Bring the catalogues in sampan/lang in step with the program and the law
	@$(V)/python -m tools.words

lock: build/lock/.stamp ## Write requirements/*.txt anew from pyproject.toml
	@compile() { build/lock/bin/pip-compile --quiet --upgrade --generate-hashes --strip-extras --allow-unsafe \
	  --no-header --no-emit-options --no-emit-index-url --no-emit-find-links --no-emit-trusted-host \
	  --annotation-style=line "$$@" pyproject.toml; }; \
	compile --output-file requirements/dev.txt --extra dev --extra bulk; \
	compile --output-file requirements/bulk.txt --constraint requirements/dev.txt --extra bulk; \
	compile --output-file requirements/base.txt --constraint requirements/dev.txt; \
	sed -i 's/-c requirements\/dev.txt, //' requirements/base.txt requirements/bulk.txt

clean: ## Remove what was installed and made here; your data in SAMPAN_HOME stays
	@rm -rf .venv .venv-bench build dist *.egg-info tests/node/node_modules \
	  .mypy_cache .ruff_cache .pytest_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# What the tests need from the system. Does nothing when all of it is there.
system:
	@missing=; \
	for pair in chromium:chromium node:nodejs npm:npm; do \
	  command -v "$${pair%%:*}" >/dev/null || missing="$$missing $${pair##*:}"; done; \
	$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || missing="$$missing python3-venv"; \
	[ -n "$$missing" ] || exit 0; \
	command -v apt-get >/dev/null || { echo "Please install:$$missing" >&2; exit 1; }; \
	sudo=; [ "$$(id -u)" -eq 0 ] || sudo=sudo; \
	echo "Installing:$$missing"; \
	$$sudo apt-get update -qq; \
	DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y -qq --no-install-recommends $$missing >/dev/null

.venv/bin/python:
	@$(PYTHON) -m venv .venv

# One stamp a lock file, so that a second run costs nothing.
.venv/.setup-%: requirements/%.txt pyproject.toml | .venv/bin/python
	@echo 'Installing from $< (once; a few minutes at most)'
	@$(PIP) --require-hashes -r $<
	@$(PIP) --no-deps -e .
	@touch $@

.venv-bench/.stamp: bench/requirements.txt pyproject.toml
	@$(PYTHON) -m venv .venv-bench
	@.venv-bench/bin/python -m pip install --quiet --disable-pip-version-check -r bench/requirements.txt
	@.venv-bench/bin/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $@

tests/node/node_modules/.stamp: tests/node/package-lock.json
	@cd tests/node && npm ci --silent --no-audit --no-fund
	@touch $@

build/lock/.stamp:
	@$(PYTHON) -m venv build/lock
	@build/lock/bin/python -m pip install --quiet --disable-pip-version-check pip-tools==7.6.2
	@touch $@
