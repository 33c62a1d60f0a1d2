"""Adds the built-in catalogues of commits to resources/catalogue/past.txt: `python -m tests.tools.past_catalogues COMMIT…`.

Only for programs whose workspaces do not say what they were made of; since they do, nothing is added.
"""

import io
import subprocess
import sys
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory

from schema.catalogue.past_catalogues import mark

ROOT = Path(__file__).parents[2]
PAST = ROOT / "resources" / "catalogue" / "past.txt"
# What the commit's own program runs: it writes its catalogue in the form of its time.
PROGRAM = """
import sys
from pathlib import Path
from schema.catalogue.compiled import to_json
from schema.catalogue.loader import load_definitions
sys.stdout.buffer.write(to_json(load_definitions(Path("resources/definitions"))).encode())
"""


def compiled(commit: str) -> str:
    """The catalogue of a commit, compiled by its own program."""
    packed = subprocess.run(
        ["git", "archive", commit, "schema", "resources"], cwd=ROOT, capture_output=True, check=True
    )
    with TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(packed.stdout)) as files:
            files.extractall(folder, filter="data")
        call = [sys.executable, "-c", PROGRAM]
        return subprocess.run(
            call, cwd=folder, env={"PYTHONPATH": folder}, capture_output=True, check=True
        ).stdout.decode()


def main() -> None:
    """Write the file anew."""
    known = set(PAST.read_text("ascii").split()) | {mark(compiled(commit)) for commit in sys.argv[1:]}
    PAST.write_text("".join(f"{one}\n" for one in sorted(known)), "ascii", newline="\n")


if __name__ == "__main__":
    main()
