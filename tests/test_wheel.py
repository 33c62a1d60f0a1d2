"""The wheel carries everything: installed into a fresh environment it runs the main job from an empty folder."""

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

CODES = ("csr-2019", "esg-2021", "csr-2022", "press-2021", "press-2022")


def run(*words: object, cwd: Path) -> str:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    command = [str(word) for word in words]
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.long
def test_the_installed_wheel_runs_the_demo_from_an_empty_folder(tmp_path):
    wheels, place = tmp_path / "wheels", tmp_path / "empty"
    place.mkdir()
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", wheels, ROOT, cwd=place)
    venv.create(tmp_path / "env", with_pip=True)
    scripts = tmp_path / "env" / ("Scripts" if os.name == "nt" else "bin")
    run(scripts / "python", "-m", "pip", "install", "--quiet", next(wheels.glob("annals-*.whl")), cwd=place)
    run(scripts / "annals", "demo", "--no-window", cwd=place)
    made = {path.name for path in (place / "out").iterdir() if not path.name.startswith(".")}
    reports = {f"{code}.{kind}" for code in CODES for kind in ("xlsx", "docx")}
    assert made == {"demo.annals", *reports}
