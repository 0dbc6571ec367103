# Two commands matter: `make run` and `make test`.
.PHONY: run test
run:
	@scripts/run
test:
	@scripts/test
