"""The hooks of pre-commit run the project's own checks, all of them, and fetch nothing."""

import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
REPOSITORIES = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
ENTRIES = [hook["entry"] for repository in REPOSITORIES for hook in repository["hooks"]]
CHECKS = re.findall(r"^\.venv/bin/.+$", (ROOT / "tools" / "check.sh").read_text(encoding="utf-8"), re.MULTILINE)


def test_every_hook_stands_in_this_project():
    assert {repository["repo"] for repository in REPOSITORIES} == {"local"}
    assert [entry for entry in ENTRIES if not entry.startswith(".venv/bin/")] == []


@pytest.mark.parametrize("check", CHECKS)
def test_each_check_of_the_project_is_a_hook(check):
    command = check.replace(" --check .", "").removesuffix(" .")
    assert [entry for entry in ENTRIES if entry.startswith(command)], command
