# Kiseki's front door: `make report` goes from a clean clone to the finished reports, `make test` runs the tests.

SWIFT ?= swift
# Built for this machine's processor, and with square roots that need no error number, so that loops with them become vectors.
# It changes the speed alone: a plain `swift build` gives the same bits.
SWIFTFLAGS ?= -Xcc -march=native -Xcc -fno-math-errno
BUILD := $(SWIFT) build -c release $(SWIFTFLAGS)
KISEKI := .build/release/kiseki

.PHONY: help report test check verify diff same-bits bench lint mnist git-setup clean build libpng

help: ## Show this list.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

report: build ## Train what is missing and write all reports into output/.
	$(KISEKI) report

test: libpng ## Build and run all tests (a build of its own: tests see the internals).
	$(SWIFT) test -c release $(SWIFTFLAGS) --scratch-path .build-test

check: build ## Check all studies without running them.
	$(KISEKI) check

verify: build ## Prove that output/ is what the studies give.
	$(KISEKI) verify --strict

diff: build ## Say what changed in output/ since the last commit.
	$(KISEKI) diff

git-setup: build ## Let `git diff` compare sheets by what they show.
	git config diff.kiseki.textconv '$(KISEKI) textconv'
	git config diff.kiseki.cachetextconv true

same-bits: libpng ## Prove that every kind of build gives the same bytes (some minutes).
	Scripts/same-bits

bench: libpng ## Measure kernels, runs and charts beside NumPy, PyTorch and matplotlib (some minutes).
	$(BUILD) --product bench
	.build/release/bench
	Scripts/check-budget

lint: ## Check the formatting of all Swift sources.
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests Benchmarks

mnist: ## Download MNIST into .kiseki/data/mnist, for the studies on real data.
	Scripts/fetch-mnist

clean: ## Remove the build and the store of finished runs.
	rm -rf .build .build-* .kiseki/records .kiseki/checkpoints

build: libpng
	$(BUILD) --product kiseki

libpng:
	@Scripts/ensure-libpng
