"""The whole bundle for Linux: built from a clone of what is committed, it runs the main job without any Python."""

import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MOST = 90_000_000
WINDOW = """
import sys
from PySide6.QtWidgets import QApplication
from desktop.window.application import make_application
make_application()
print(QApplication.platformName())
"""


def run(*words: object, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    bare = {"PATH": "/usr/bin:/bin", "HOME": str(cwd), "LANG": "C.UTF-8", **environment}
    return subprocess.run([str(word) for word in words], cwd=cwd, env=bare, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def archive(tmp_path_factory) -> Path:
    clone = tmp_path_factory.mktemp("bundle") / "annals"
    subprocess.run(["git", "clone", "-q", ROOT, clone], check=True)
    subprocess.run([sys.executable, "-m", "tools.bundle"], cwd=clone, check=True, env=os.environ | {"PYTHONPATH": ""})
    return next((clone / "dist").glob("annals-*-linux-*.tar.gz"))


@pytest.fixture(scope="module")
def annals(archive, tmp_path_factory) -> Path:
    """The program, unpacked in a folder whose name is none of a shell's; what it was built in is gone."""
    place = tmp_path_factory.mktemp("some where 某处")
    with tarfile.open(archive) as packed:
        packed.extractall(place, filter="data")
    shutil.move(archive.parents[1] / "build", archive.parents[1] / "gone")
    return next(place.glob("annals-*/annals"))


pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(sys.platform != "linux" or not shutil.which("git"), reason="the bundle for Linux is made there"),
]


def test_it_is_small_enough_to_be_sent_around(archive):
    assert archive.stat().st_size < MOST
    assert archive.with_name(archive.name.replace(".tar.gz", ".cdx.json")).is_file()


def test_it_builds_the_sample_with_pictures_read_in_processes_of_their_own(annals, tmp_path):
    commit = run("git", "-C", ROOT, "rev-parse", "--short=12", "HEAD", cwd=tmp_path).stdout.strip()
    assert commit in run(annals, "--version", cwd=tmp_path).stdout
    done = run(annals, "demo", "--no-window", cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert run(annals, "verify", "out/demo.annals", cwd=tmp_path).returncode == 0
    back = run(annals, "catalogue", "export", "out/demo.annals", "book.xlsx", cwd=tmp_path)
    assert back.returncode == 0, back.stderr
    read = run(annals, "catalogue", "import", "out/demo.annals", "book.xlsx", cwd=tmp_path)
    assert read.returncode == 0, read.stdout + read.stderr


def test_it_has_the_drafts_in_the_other_script(annals, tmp_path):
    python = next(annals.parent.glob("python/bin/python3.*[0-9]"))
    done = run(python, "-c", "import opencc; print(opencc.OpenCC('s2hk').convert('简体'))", cwd=tmp_path)
    assert done.stdout.strip() == "簡體", done.stderr


def test_it_opens_a_window(annals, tmp_path):
    start = annals.with_name("start.py").read_text("utf-8")
    script = annals.with_name("window.py")  # start.py up to where it runs the program
    script.write_text(start.rpartition("\nmain()")[0] + "\nsys.meta_path.insert(0, BeforeQt())" + WINDOW, "utf-8")
    python = next(annals.parent.glob("python/bin/python3.*[0-9]"))
    done = run(python, script, cwd=tmp_path, QT_QPA_PLATFORM="offscreen")
    script.unlink()
    assert done.stdout.strip() == "offscreen", done.stderr


def test_it_asks_for_nothing_that_is_set_for_another_python(annals, tmp_path):
    (tmp_path / "desktop.py").write_text("raise SystemExit('another program')")
    done = run(annals, "--version", cwd=tmp_path, PYTHONPATH=str(tmp_path), PYTHONHOME=str(tmp_path))
    assert done.returncode == 0, done.stderr
