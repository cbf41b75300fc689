# Every way to start, test, measure and package Rapporteur. Each target does its own set-up, from a fresh Debian or
# Ubuntu with Rust and Node.js upwards, and skips what is done. The scripts behind it stand in `.make/`.
#
#   make run       the application on the sample dossier; without a display, a guided tour that leaves the brief in out/
#   make test      everything that must hold before a change is accepted
#   make bench     the measurements, beside their goals; `make bench-million` on a million commitments as well,
#                  `make bench-capture` those of the capture alone
#   make package   the .deb
#   make clean     removes what was built and fetched into this folder; no dossier is touched
#
# Smaller ones: setup, ui, ui-lint, ui-unit, program, build, format, lint, deny, unit, fuzz, window, tour, types, icons,
# train-capture.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules
export MAKE

TARGET := $(or $(CARGO_TARGET_DIR),target)

# One set of packages and features for every cargo command: with any other set cargo would choose other features for the
# crates below, and build SQLite, OpenSSL and Tauri a second time. `custom-protocol` puts the page into the binary;
# without it the window would ask a development server for it.
WORKSPACE := --workspace --features rapporteur/custom-protocol
# Where a change is judged, the lock file must be the one that was committed.
WORKSPACE += $(if $(CI),--locked)

.PHONY: help run test bench bench-million bench-capture package clean
help:
	@sed -n 's/^#   make /  make /p' Makefile

# ── The four that people ask for ─────────────────────────────────────────────────────────────────────────────────────
# The debug build is enough for the sample, and ready in half the time of a release.

ifneq ($(DISPLAY)$(WAYLAND_DISPLAY),)
run:
	@.make/steps run \
	  'packages-build: system packages; some minutes on a fresh machine, else nothing' \
	  'ui: the page; half a minute the first time' \
	  'program: the application; five to eight minutes on two cores the first time, then seconds'
	@echo "Starting $(TARGET)/debug/rapporteur on the sample dossier."
	@$(TARGET)/debug/rapporteur --sample
else
run:
	@echo "There is no display here: the application will start on a virtual one and be driven through its main job."
	@.make/steps run \
	  'packages-window: system packages; some minutes on a fresh machine, else nothing' \
	  'ui: the page; half a minute the first time' \
	  'program: the application; five to eight minutes on two cores the first time, then seconds' \
	  'tour: logs a meeting, reviews the open commitments and saves the brief; a minute or two'
endif

test:
	@.make/steps test \
	  'packages: system packages; some minutes on a fresh machine, else nothing' \
	  'node-modules: npm packages; half a minute the first time' \
	  'format: Rust set as agreed; seconds' \
	  'ui-lint: ESLint, Prettier and svelte-check; half a minute' \
	  'ui-unit: tests of the page (Vitest); half a minute' \
	  'deny: licences, origins and known faults of the crates; some minutes the first time, then seconds' \
	  'ui: the page; some seconds' \
	  'build: everything in Rust; five to eight minutes on two cores the first time' \
	  'lint: clippy; two to three minutes the first time' \
	  'unit: tests of the core, the companion and the contract; one to three minutes' \
	  'fuzz: mutated texts and files against their readers; a minute each' \
	  'window: tests in the real window; some minutes'

bench:
	@.make/steps bench \
	  'packages-window: system packages; some minutes on a fresh machine, else nothing' \
	  'ui: the page; half a minute the first time' \
	  'build-release: optimised; ten to fifteen minutes on two cores the first time' \
	  'measure: dossiers of ten and a hundred thousand commitments are made, once, and read; some minutes'

bench-million:
	@.make/steps bench-million \
	  'packages-window: system packages; some minutes on a fresh machine, else nothing' \
	  'ui: the page; half a minute the first time' \
	  'build-release: optimised; ten to fifteen minutes on two cores the first time' \
	  'measure-million: a million commitments besides; a quarter of an hour the first time, and 15 GB of disk'

bench-capture:
	@.make/steps bench-capture \
	  'packages-build: system packages; some minutes on a fresh machine, else nothing' \
	  'ui: the page; half a minute the first time' \
	  'build-release: optimised; ten to fifteen minutes on two cores the first time' \
	  'measure-capture: texts are read and scored; a minute or two'

package:
	@.make/steps package \
	  'packages-build: system packages; some minutes on a fresh machine, else nothing' \
	  'ui: the page; half a minute the first time' \
	  'deb: optimised build and bundle; ten to fifteen minutes on two cores the first time'

clean:
	cargo clean
	rm -rf out ui/dist ui/node_modules

# ── Set-up ───────────────────────────────────────────────────────────────────────────────────────────────────────────
.PHONY: setup packages packages-build packages-window packages-papers node-modules
setup: packages node-modules

# To build; to build and open a window without a screen; and, for the tests, to look at the code besides.
packages-build:
	@.make/languages
	@.make/packages build

packages-window:
	@.make/languages
	@.make/packages build window

packages: packages-window packages-papers
	@.make/languages lint
	@.make/packages papers
	@.make/outloud

# Other people's programs, which the tests have read what papers are written as.
packages-papers:
	@.make/languages
	@.make/packages papers

# npm writes this file when it is done; while the lock file is not newer, nothing is to be fetched.
INSTALLED := ui/node_modules/.package-lock.json
node-modules: $(INSTALLED) ; @:
$(INSTALLED): ui/package-lock.json
	npm --prefix ui ci
	@touch $@

# ── The page ─────────────────────────────────────────────────────────────────────────────────────────────────────────
.PHONY: ui ui-lint ui-unit
PAGE := ui/dist/index.html
PAGE_SOURCES := $(shell find ui -path ui/node_modules -prune -o -path ui/dist -prune -o -type f -print)
ui: $(PAGE) ; @:
$(PAGE): $(INSTALLED) $(PAGE_SOURCES)
	npm --prefix ui run build
	@touch $@

ui-lint: $(INSTALLED)
	npm --prefix ui run lint
	npm --prefix ui run check

ui-unit: $(INSTALLED)
	npm --prefix ui test

# ── Rust ─────────────────────────────────────────────────────────────────────────────────────────────────────────────
.PHONY: program build build-release format lint deny unit fuzz
program: $(PAGE)
	cargo build $(WORKSPACE) --bins

build: $(PAGE)
	cargo build $(WORKSPACE) --all-targets

build-release: $(PAGE)
	cargo build $(WORKSPACE) --release --bins

# The page's own files are looked at by Prettier in `ui-lint`.
format:
	cargo fmt --all --check

# The window's tests are left out of `--all-targets`, as they are of a plain `cargo test`: see `window` below.
lint: $(PAGE)
	cargo clippy $(WORKSPACE) --all-targets -- -D warnings
	cargo clippy $(WORKSPACE) --test window -- -D warnings

deny:
	@.make/deny

unit: $(PAGE)
	cargo test $(WORKSPACE) --no-fail-fast

# Whatever is read from outside: texts by the capture, files by the documents. `unit` tries each for two seconds.
fuzz: $(PAGE)
	RAPPORTEUR_FUZZ_SECONDS=60 cargo test $(WORKSPACE) --test fuzz

# ── The real window ──────────────────────────────────────────────────────────────────────────────────────────────────
.PHONY: window tour measure measure-million measure-capture train-capture
# One after the other: they share one display, and only one window can have the focus.
window: build
	.make/display cargo test $(WORKSPACE) --test window --no-fail-fast -- --test-threads=1

tour: program
	@mkdir -p out
	.make/display $(TARGET)/debug/tour

measure: build-release
	.make/display $(TARGET)/release/bench

measure-million: build-release
	RAPPORTEUR_BENCH_SIZES=10000,100000,1000000 .make/display $(TARGET)/release/bench

measure-capture: build-release
	$(TARGET)/release/bench capture

# The weights of the capture, from the labelled texts beside the repository and those written for training.
LABELLED := $(or $(RAPPORTEUR_LABELLED),../shared/capture)
CAPTURE := src-tauri/crates/capture
train-capture:
	@if [ -d "$(LABELLED)/dev" ]; then \
	  cargo run --release -p rapporteur-capture --example train -- "$(LABELLED)" --texts --write $(CAPTURE)/src/weights.toml; \
	else \
	  echo "The training is left out: no labelled texts lie in $(LABELLED); RAPPORTEUR_LABELLED says where they are."; \
	fi

# ── What is handed out ───────────────────────────────────────────────────────────────────────────────────────────────
.PHONY: deb icons
deb: $(PAGE)
	ui/node_modules/.bin/tauri build --bundles deb
	@ls -l $(TARGET)/release/bundle/deb/*.deb

# The TypeScript of the wire, and the golden answers of the commands, after a change of the wire that is meant.
types:
	RAPPORTEUR_WRITE_TYPES=1 INSTA_UPDATE=always cargo test $(WORKSPACE) --test contract

icons:
	.make/icons
