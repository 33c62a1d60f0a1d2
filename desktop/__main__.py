"""`python -m desktop` is `annals`."""

from desktop.cli.main import run

run()
