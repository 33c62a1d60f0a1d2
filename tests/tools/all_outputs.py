"""Makes all exports of a checkout with its own code: every report in three languages, Word and Excel.

python -m tests.tools.all_outputs OUT [--tree FOLDER | --commit COMMIT]

Without either, the tree that this file stands in. OUT gets REPORT.LANGUAGE.docx and .xlsx.
"""

from __future__ import annotations

import argparse
import io
import os
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
REPORTS = ("csr-2019", "esg-2021", "csr-2022", "press-2021", "press-2022")
LANGUAGES = ("zh-Hans", "zh-Hant", "en")


def export_all(tree: Path, out: Path, reports: Sequence[str] = REPORTS) -> None:
    """Fill `out` with the exports of the sample that the tree's own program makes."""
    _need_own_code(tree)
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        _annals(tree, "demo", "--no-window", "--out", folder)
        for report in reports:
            for language in LANGUAGES:
                _export(tree, Path(folder), out, (report, language))


def _export(tree: Path, folder: Path, out: Path, which: tuple[str, str]) -> None:
    report, language = which
    target = folder / language
    _annals(
        tree, "export", str(folder / "demo.annals"), "--report", report, "--language", language, "--out", str(target)
    )
    for path in target.glob(f"{report}.*"):
        path.replace(out / f"{report}.{language}{path.suffix}")


def _annals(tree: Path, *arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "desktop", *arguments], cwd=tree, env=_environment(tree), check=True)


def _environment(tree: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(tree), "QT_QPA_PLATFORM": "offscreen"}


def _need_own_code(tree: Path) -> None:
    """Stop where an installed copy would be run instead of the tree."""
    asked = [sys.executable, "-c", "import desktop; print(desktop.__file__)"]
    place = subprocess.run(asked, cwd=tree, env=_environment(tree), check=True, capture_output=True, text=True).stdout
    if not Path(place.strip()).is_relative_to(tree.resolve()):
        raise SystemExit(f"{tree} is not what would run, but {place.strip()}")


def unpack(commit: str, folder: Path) -> None:
    """Write a commit's files into a folder."""
    archive = subprocess.run(
        ["git", "archive", "--format=tar", commit], cwd=ROOT, check=True, capture_output=True
    ).stdout
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        tar.extractall(folder, filter="data")


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--tree", type=Path, default=ROOT)
    parser.add_argument("--commit")
    parser.add_argument("--report", action="append", choices=REPORTS)
    options = parser.parse_args(arguments)
    reports = options.report or REPORTS
    if options.commit is None:
        export_all(options.tree.resolve(), options.out.resolve(), reports)
        return
    with tempfile.TemporaryDirectory() as folder:
        unpack(options.commit, Path(folder))
        export_all(Path(folder).resolve(), options.out.resolve(), reports)


if __name__ == "__main__":
    main(sys.argv[1:])
