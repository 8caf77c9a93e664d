# `make` alone prints the targets.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
FUZZER := .cache/atheris
CORPUS := test-artefacts/fuzz
INPUT := content
OUTPUT := output
CONF := pelicanconf.py
PUBLISH := publishconf.py
PORT ?= 8000
TRAINER ?= python3
PELICAN := $(BIN)/pelican --fatal errors --log-handler plain

.DEFAULT_GOAL := help
.PHONY: help fuzz siege setup bench train html serve devserver publish clean check test test-site site-tools golden lock words

help:  ## print this list
	@grep -hE '^[a-z-]+:.*  ## ' $(MAKEFILE_LIST) | sed -E 's/:.*  ## /\t/' | expand -t 12

$(VENV)/.ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q plugins  # containers often keep Python from doing so, and every start pays
	@touch $@

$(INPUT):  # git keeps no empty folder, and Pelican asks for one
	@mkdir -p $@

setup: $(VENV)/.ready  ## make .venv with the pinned dependencies

html: setup | $(INPUT)  ## digest the seeds and build the site into output/
	@$(PELICAN) $(INPUT) -o $(OUTPUT) -s $(CONF)
	@echo "The site is in $(OUTPUT)/: open $(OUTPUT)/index.html, or run 'make serve' and visit http://localhost:$(PORT)/"

serve: setup  ## serve output/ on PORT (8000)
	$(BIN)/pelican --listen --port $(PORT) -o $(OUTPUT) -s $(CONF)

devserver: setup | $(INPUT)  ## build, serve, and build again whenever a seed, a post or the theme is saved
	$(BIN)/pelican --listen --autoreload --log-handler plain --port $(PORT) $(INPUT) -o $(OUTPUT) -s $(CONF)

publish: setup | $(INPUT)  ## build for the web with publishconf.py; SITEURL comes from the environment
	@$(PELICAN) $(INPUT) -o $(OUTPUT) -s $(PUBLISH)
	@echo "The site for $${SITEURL:-the address in publishconf.py} is in $(OUTPUT)/"
	@test -n "$$SITEURL" || echo "That address may be a placeholder: SITEURL=https://your.site make publish names yours."

clean:  ## delete the built site and the caches
	rm -rf $(OUTPUT) .cache

$(VENV)/.audited: $(VENV)/.ready .ci/audit
	@.ci/audit
	@touch $@

check: setup $(VENV)/.audited  ## lint, types, arrows, spelling, templates, workflows, known holes
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/codespell
	@if [ -d themes/broadsheet/templates ]; then $(BIN)/djlint --quiet --check --lint themes/broadsheet/templates; fi
	@if [ -x $(BIN)/zizmor ]; then $(BIN)/zizmor --offline --quiet .github; else echo "zizmor: skipped, not installed"; fi

test: check  ## everything that CI runs
	$(BIN)/python -m pytest

test-site: setup  ## read the built site in a browser; a report with screenshots stays in test-artefacts/site/
	$(BIN)/python -m pytest tests/site -rs
	@echo "The report is in test-artefacts/site/index.html"

site-tools:  ## fetch the checkers of test-site that npm has: vnu, html-validate, Lighthouse
	npm install --silent --no-audit --no-fund --no-save --prefix .tools html-validate@10.17.0 lighthouse@12.8.2 vnu-jar@26.9.27

$(FUZZER)/.ready: $(VENV)/.ready
	$(PYTHON) -m venv $(FUZZER)
	$(FUZZER)/bin/python -m pip install --quiet --disable-pip-version-check atheris
	@echo "$$($(BIN)/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')" \
	  > "$$($(FUZZER)/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/desk.pth"
	@touch $@

fuzz: $(FUZZER)/.ready  ## bytes nobody thought of: FUZZ_SECONDS (600) a room, by atheris, in an environment of its own
	@for room in $${ROOMS:-reading cleaning shaping posting}; do \
	  mkdir -p $(CORPUS)/$$room && echo "fuzzing $$room" && \
	  PYTHONPATH=plugins $(FUZZER)/bin/python -m tests.safety.fuzz $$room $(CORPUS)/$$room -max_len=4096 \
	    -max_total_time=$${FUZZ_SECONDS:-600} -rss_limit_mb=4096 -artifact_prefix=$(CORPUS)/$$room- || exit 1; \
	done

siege: setup  ## the safety tests at full size: 10,000 texts and steps, 20 double builds, a fault at each write, crowds
	COPYDESK_EXAMPLES=10000 $(BIN)/python -m pytest tests/safety/test_round_trip.py
	COPYDESK_STEPS=10000 $(BIN)/python -m pytest tests/safety/test_edits.py
	COPYDESK_DOUBLES=20 $(BIN)/python -m pytest tests/safety/test_two_builds.py
	COPYDESK_FAULTS=1 $(BIN)/python -m pytest tests/safety/test_output_faults.py
	PYTHONPATH=plugins $(BIN)/python -m benchmarks.shapes
	PYTHONPATH=plugins $(BIN)/python -m benchmarks.crowd

golden: setup  ## rewrite tests/cases/*/post.md from their seeds and show the difference
	$(BIN)/python -m tests.golden
	git --no-pager diff -- tests/cases

bench: setup  ## build one site with stock Pelican, the press, Hugo and Eleventy, and compare (SIZES="100 1000")
	$(BIN)/python -m compileall -q plugins
	nice $(BIN)/python -m benchmarks.press --sizes $(or $(SIZES),100 1000 10000) $(BENCH)

words: setup  ## gather the words of the theme's templates, for its translators
	cd themes/broadsheet && ../../$(BIN)/pybabel -q extract -F translations/babel.cfg -k t -k tn:1,2 --no-location \
	  --sort-output --no-wrap --omit-header -o translations/broadsheet.pot .

train:  ## train what judges texts again from ../shared; TRAINER is a Python with LightGBM and scikit-learn
	@for model in cleaning dates summaries tags; do \
	  echo "training: $$model" && OMP_NUM_THREADS=1 PYTHONPATH=plugins $(TRAINER) -m benchmarks.train_$$model || exit 1; \
	done

lock: setup  ## compile requirements.lock again from pyproject.toml
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-emit-find-links --no-header --quiet --group dev --extra docx --extra pdf --extra search \
	  pyproject.toml -o requirements.lock
