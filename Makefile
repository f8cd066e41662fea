# `make` does the main job on the bundled release; `make test` runs every test; `make help` lists more.

PYTHON ?= python3
BIN = .venv/bin
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: all help test coverage lint wheel reference test-wheel test-lowest test-pythons test-clients \
	test-stress fuzz growth mutation bench clean
.DEFAULT_GOAL = all

all: .venv/.installed  ## check the bundled release and publish it into out/
	@$(BIN)/cica-events list
	@echo
	@$(BIN)/cica-events check
	@$(BIN)/cica-events publish --to out
	@echo "out/ is a folder that any web host serves:"
	@ls out/*

help:  ## this list
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 16

test: .venv/.dev  ## every test that needs nothing but Python packages
	$(BIN)/python -m pytest -q

coverage: .venv/.dev  ## the same, and no branch may be missed
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest -q
	$(BIN)/coverage combine -q
	$(BIN)/coverage report

lint: .venv/.dev  ## style and types
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

wheel: .venv/.dev  ## dist/: the wheel and the source distribution, the same bytes every time
	rm -rf dist build/again
	$(BIN)/python -m build -q
	$(BIN)/python -m build -q --outdir build/again
	cd dist && for file in *; do cmp $$file ../build/again/$$file; done
	$(BIN)/twine check --strict dist/*

reference: .venv/.dev  ## build/reference/: the API reference, made of the docstrings
	$(BIN)/python -W error -m pdoc -d google -o build/reference cica_events \
		cica_events.formats.ical cica_events.formats.csv cica_events.formats.json \
		cica_events.formats.svg cica_events.formats.page

test-wheel: wheel  ## the tests against the built wheel, in an environment of its own
	rm -rf .venv-wheel
	$(PYTHON) -m venv .venv-wheel
	.venv-wheel/bin/pip install -q "$$(ls dist/*.whl)[dev]"
	.venv-wheel/bin/python -m pytest -q tests

test-lowest: .venv/.dev  ## the tests with the lowest versions that pyproject.toml allows
	rm -rf .venv-lowest
	$(PYTHON) -m venv .venv-lowest
	$(BIN)/uv pip install -q --python .venv-lowest/bin/python --resolution lowest-direct -e '.[dev]'
	.venv-lowest/bin/python -m pytest -q

PYTHONS ?= python3.12 python3.13 python3.14

test-pythons:  ## the tests, with fewer examples, with each later Python that is installed
	set -e; for python in $(PYTHONS); do \
		$$python --version 2> /dev/null || { echo "$$python is not installed"; continue; }; \
		rm -rf .venv-$$python; \
		$$python -m venv .venv-$$python; \
		.venv-$$python/bin/pip install -q -e '.[dev]'; \
		HYPOTHESIS_PROFILE=quick .venv-$$python/bin/python -m pytest -q; \
	done

test-clients: .venv/.dev  ## the tests with real calendar programs
	tests/clients/install.sh
	tests/clients/page/install.sh
	$(BIN)/python -m pytest -q tests/clients --clients-report docs/clients.md

test-stress: .venv/.dev  ## the tests of publishing and of an archive under kills, crowds and full disks
	$(BIN)/pip install -q -e '.[archive]'
	$(BIN)/python -m pytest -q tests/stress

SECONDS ?= 330

fuzz: .venv-fuzz/.installed  ## every reader and finder under a fuzzer, an hour in all; SECONDS=10 for each
	.venv-fuzz/bin/python tests/fuzz/run.py --seconds $(SECONDS)

growth: .venv/.dev  ## the time of each entry point at 1 MB against that at 100 kB
	$(BIN)/python -W ignore tests/fuzz/growth.py

FAULTS ?= 60

mutation: .venv-mutation/.installed  ## small faults put into what matters most, and which the tests notice; an hour or two
	.venv-mutation/bin/python tests/mutation/run.py --most $(FAULTS)

bench: .venv-bench/.installed  ## beside its peers: the figures of docs/benchmarks.md and docs/scale.md; twelve minutes
	.venv-bench/bin/python -m benchmarks

clean:  ## remove everything that make made
	rm -rf .venv .venv-* out dist build mutants

.venv/.installed: pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "installing into .venv ..."
	@$(BIN)/pip install -q -e '.[page]'
	@touch $@

.venv/.dev: pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "installing into .venv ..."
	@$(BIN)/pip install -q -e '.[dev]'
	@touch .venv/.installed $@

.venv-fuzz/.installed: pyproject.toml
	$(PYTHON) -m venv .venv-fuzz
	.venv-fuzz/bin/pip install -q -e '.[page]' atheris hypothesis
	touch $@

.venv-mutation/.installed: pyproject.toml
	@test -x .venv-mutation/bin/python || $(PYTHON) -m venv .venv-mutation
	.venv-mutation/bin/pip install -q -e '.[dev]' mutmut==3.8.1
	touch $@

.venv-bench/.installed: pyproject.toml benchmarks/package-lock.json
	@test -x .venv-bench/bin/python || $(PYTHON) -m venv .venv-bench
	.venv-bench/bin/pip install -q -e '.[archive,bench,page]'
	cd benchmarks && npm ci --silent --ignore-scripts || echo "no npm: the rows in JavaScript are left out"
	touch $@
