# The two commands of a new machine are `make demo` and `make test`; each does all its set-up.
python = .venv/bin/python

.PHONY: demo test test-long mutants check bench run clean lock lowest translations

demo:
	@tools/environment.sh run
	@$(python) -m desktop demo --out out $(ARGS)

run:
	@tools/environment.sh run
	@$(python) -m desktop $(ARGS)

test:
	@tools/test.sh

test-long:
	@tools/test-long.sh

mutants:
	@tools/environment.sh dev
	@$(python) -m tests.tools.mutants $(ARGS)

check:
	@tools/environment.sh dev
	@tools/check.sh

bench:
	@tools/bench.sh

# After a change of dependencies in pyproject.toml; `make lock ARGS=--upgrade` takes the newest of everything.
lock:
	@tools/lock.sh $(ARGS)

# The tests with the oldest version of everything that pyproject.toml allows.
lowest:
	@tools/lowest.sh $(ARGS)

translations:
	@tools/environment.sh dev
	@$(python) tests/tools/translations.py

clean:
	rm -rf .venv .venv-new .venv-lowest out .pytest_cache .ruff_cache .hypothesis mutants .coverage .coverage.*
