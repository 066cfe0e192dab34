# Every target sets up what it needs first and says nothing when all is there: see packaging/setup.sh.
#   make run ARGS="list --pins 40"      make test ARGS="-k catalog"      make PYTHON=python3.12 test

BIN := .venv/bin
ARGS ?=
PICTURE := build/AXE540127-AXE640124-pair.png
export PYTHON

.DEFAULT_GOAL := help
.PHONY: help setup run test explore endure mutate cover lint format bench pictures interop package test-package test-frozen lock clean

help: ## say what there is to make
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 22

setup: ## install what is missing: system libraries, .venv, the locked packages
	@packaging/setup.sh

run: setup ## open the window; without a display, draw a pair to a PNG
ifeq ($(strip $(ARGS)),)
	@if [ "$$(uname)" = Linux ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY$$QT_QPA_PLATFORM" ]; then \
	    echo "There is no display to open the window on: drawing a pair to $(PICTURE) instead." && \
	    mkdir -p build && $(BIN)/a4s-gui export AXE540127 --height 0.8 -o $(PICTURE); \
	else \
	    $(BIN)/a4s-gui; \
	fi
else
	@$(BIN)/a4s-gui $(ARGS)
endif

test: setup ## run the tests; no display is needed
	$(BIN)/python -m pytest $(ARGS)

explore: setup ## try the property tests on twenty times as many random values, drawings of every pair, for minutes
	HYPOTHESIS_PROFILE=explore $(BIN)/python -m pytest -m "hypothesis and not interop" $(ARGS)

cover: setup ## run the tests and list the lines they do not reach
	$(BIN)/python -m pytest --cov --cov-report=term-missing $(ARGS)

endure: setup ## 10,000 random actions on the window, a million texts, 100,000 damaged files a kind: hours
	A4S_ROUGH_HAND=10000 A4S_ENDURE=1 HYPOTHESIS_PROFILE=explore $(BIN)/python -m pytest tests/endure tests/ui/test_rough_hand.py tests/ui/core/test_any_order.py $(ARGS)

mutate: setup ## change the code one thing at a time and list what no test notices: an hour or two
	tests/mutate.sh $(ARGS)

lint: setup ## check style, format, types and the walls between the packages
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

format: setup ## put imports in order and lay the code out
	$(BIN)/ruff check --select I --fix
	$(BIN)/ruff format

bench: setup ## measure start-up and redraw against a bare window
	$(BIN)/python tests/bench/run.py $(ARGS)

pictures: setup ## take the pictures of the guide, and of every panel and view; --docs the guide's only
	$(BIN)/python tests/pictures/run.py $(ARGS)

interop: ## read exported files with the programs they are meant for, old and new
	@packaging/setup.sh interop
	@$(BIN)/python packaging/other_programs.py
	$(BIN)/python -m pytest tests/interop -m interop $(ARGS)

package: setup ## make wheel, sdist and the frozen program; on Debian a .deb
	$(BIN)/python packaging/package.py

test-package: setup ## make the package, use it on a bare Debian, remove it again; needs root
	$(BIN)/python packaging/test_package.py

test-frozen: package ## run the tests on what the frozen program has of its libraries
	$(BIN)/python packaging/test_frozen.py $(ARGS)

lock: setup ## resolve the dependencies anew into packaging/*.lock
	@packaging/lock.sh

clean: ## remove all that make made
	rm -rf .venv build dist .coverage .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find a4s_gui tests packaging -name __pycache__ -prune -exec rm -rf {} +
