# The two commands of a new machine are `make demo` and `make test`; each does all its set-up.
python = .venv/bin/python

.PHONY: demo test test-long test-nightly mutants check bench run clean lock lowest translations bundle bundle-windows

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

test-nightly:
	@tools/test-nightly.sh $(ARGS)

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

# What people download, into dist/ (docs/bundles.md): for the system it is run on; for Windows, made on Linux.
bundle:
	@tools/bundle.sh this $(ARGS)

bundle-windows:
	@tools/bundle.sh windows $(ARGS)

clean:
	rm -rf build dist .venv .venv-new .venv-lowest out .pytest_cache .ruff_cache .hypothesis mutants .coverage .coverage.*
