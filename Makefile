# Two commands matter: `make run` and `make test`. Each recipe is two lines at most; what thinks is a script.

.DEFAULT_GOAL := help
.PHONY: help run test bench format contract words check-windows

help: ## this list
	@scripts/help

run: ## install what is missing, build, make a demonstration office and open the window
	@scripts/run

test: ## run every test of every language: formats, lints, Rust, the UI, papers, the real window
	@scripts/test

bench: ## print the figures of every part; offices of other sizes with CASES="100000 1000000"
	@scripts/bench

format: ## put Rust and the UI into their one form
	@cargo fmt --all
	@cd ui && npm run --silent format

contract: words ## write the TypeScript of the contract and of the words anew
	@cargo run --quiet --package desk --example contract

words: ## write ui/src/lib/words/keys.ts anew from the Fluent files
	@cargo run --quiet --package words --example write_keys

check-windows: ## type-check the program for 64-bit Windows (slow; installs a cross compiler)
	@scripts/check-windows
