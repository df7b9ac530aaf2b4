# make help says what there is. Everything below works on a fresh Debian 12 with git, make, python3 and python3-venv.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LIGHTHOUSE := lighthouse@12.8.2

.PHONY: help site test check bench reference lock pictures lighthouse

help:  ## say what there is
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

$(VENV)/.site: requirements.lock
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.lock
	@touch $@

$(VENV)/.test: requirements-test.lock $(VENV)/.site
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-test.lock
	@touch $@

site: $(VENV)/.site  ## install what is needed, build site/ and say how to look at it
	$(BIN)/python build.py
	@echo "The site is in $(CURDIR)/site - open site/index.html, or serve it:"
	@echo "    $(BIN)/python -m http.server --bind 127.0.0.1 --directory site 8000"

test: $(VENV)/.test  ## install the test tools (and Chromium, rsync, nginx, when root) and run every test
	@command -v chromium >/dev/null || if [ "$$(id -u)" = 0 ]; then apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null; \
	else echo "The browser tests need Chromium; install it with: sudo apt-get install chromium" >&2; exit 1; fi
	@tools/recipe_programs.sh $(VENV)/nginx
	$(BIN)/python -m pytest -m "not alone" -n 2 --dist loadfile
	$(BIN)/python -m pytest -m alone

check: $(VENV)/.test  ## ruff, mypy --strict, import contracts, then the tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(MAKE) --no-print-directory test

reference: $(VENV)/.site  ## write the pages of docs/reference from the program's own tables
	PYTHONPATH=. $(BIN)/python docs/reference/make.py

pictures: $(VENV)/.test  ## screenshots of every kind of page, 360 and 1280 px, light and dark, into pictures/
	$(BIN)/python tests/browser/pictures.py

lighthouse: $(VENV)/.test  ## Lighthouse's mobile figures of home, topic, article and search; needs npm, and an idle machine
	@command -v npm >/dev/null || if [ "$$(id -u)" = 0 ]; then apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq npm >/dev/null; \
	else echo "Lighthouse needs npm; install it with: sudo apt-get install npm" >&2; exit 1; fi
	PUPPETEER_SKIP_DOWNLOAD=1 npm install --silent --ignore-scripts --no-audit --no-fund --prefix .cache/lighthouse $(LIGHTHOUSE)
	$(BIN)/python tests/browser/lighthouse.py

bench: $(VENV)/.test  ## measure quality and speed beside other programs (needs ../shared/bench; some twenty minutes)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r benchmarks/requirements.txt
	$(BIN)/python -m benchmarks.quality.raw
	$(BIN)/python -m benchmarks.quality.html
	$(BIN)/python -m benchmarks.quality.analysis
	$(BIN)/python -m benchmarks.quality.events
	$(BIN)/python -m benchmarks.speed.read
	$(BIN)/python -m benchmarks.speed.analysis
	$(BIN)/python -m benchmarks.speed.group

lock: $(VENV)/.test  ## pin new versions after editing pyproject.toml
	$(BIN)/python -m pip install --quiet pip-tools
	$(BIN)/pip-compile -q --generate-hashes --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --strip-extras --no-header --no-annotate -o requirements.lock pyproject.toml
	$(BIN)/pip-compile -q --generate-hashes --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --strip-extras --no-header --no-annotate --extra test -o requirements-test.lock pyproject.toml
