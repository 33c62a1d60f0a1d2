"""An acknowledged value survives a process that is killed at any moment."""

import json
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from schema.workspace import Workspace
from tests.factories import change, names_in

KILLS = 120
# A machine with other work lets a program do little before it is killed: more kills then, until enough of them hit.
MOST_KILLS = 1500

OURS = """
import sys
from pathlib import Path
from schema.workspace import Workspace
from tests.factories import change
workspace = Workspace.open(Path(sys.argv[1]), write=True, who="me")
workspace.apply([])  # loads the library: the kills shall hit writings
print("ready", flush=True)
for number in range(int(sys.argv[2]), 10**9):
    workspace.apply([change("energy.gas", 1950 + number % 50, str(number)), change("waste.paper", 2000, str(number))])
    sys.stdout.write(f"{number}\\n"); sys.stdout.flush()
"""

# What a program does that rewrites its file in place: the control must lose values, or the test sees nothing.
CARELESS = """
import json, sys
from pathlib import Path
path = Path(sys.argv[1])
values = json.loads(path.read_text()) if path.exists() else {}
print("ready", flush=True)
for number in range(int(sys.argv[2]), 10**9):
    values["last"] = number
    values["padding"] = "x" * 200_000
    path.write_text(json.dumps(values))
    sys.stdout.write(f"{number}\\n"); sys.stdout.flush()
"""


def _run_and_kill(code: str, path: Path, first: int, seconds: float) -> int:
    """Let the program write for a moment, kill it, and return the last number that it acknowledged."""
    command = [sys.executable, "-c", code, str(path), str(first)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[4]) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
        whole = [line for line in process.stdout.read().splitlines(keepends=True) if line.endswith("\n")]
    return int(whole[-1]) if whole else first - 1


@pytest.mark.long
def test_no_acknowledged_value_is_lost_when_the_program_is_killed(path):
    seed = random.Random(1)
    acknowledged, hit_open_journal, acks, kills = 0, 0, 0, 0
    while kills < KILLS or acks <= KILLS or hit_open_journal <= KILLS // 10:
        assert kills < MOST_KILLS, f"{acks} acknowledged, {hit_open_journal} inside an open transaction"
        kills += 1
        before = acknowledged
        acknowledged = _run_and_kill(OURS, path, acknowledged + 1, seed.uniform(0, 0.05))
        acks += acknowledged - before
        journal = path.with_name(path.name + "-journal")
        hit_open_journal += journal.exists() and journal.stat().st_size > 0
        with Workspace.open(path, write=False) as opened:
            points = {key.canonical(): int(point.value) for key, point in opened.snapshot().points.items()}
            last = points.get("waste.paper@2000", 0)
            # One more than acknowledged may be stored; both values of one command are there, or none.
            assert acknowledged <= last <= acknowledged + 1
            assert last == max((value for name, value in points.items() if name.startswith("energy")), default=0)
            assert opened.verify() == ()
        acknowledged = last
    print(f"{kills} kills, {acks} acknowledged, {hit_open_journal} inside an open transaction")  # noqa: T201


@pytest.mark.long
def test_the_control_that_writes_in_place_does_lose_values(tmp_path):
    path = tmp_path / "careless.json"
    seed = random.Random(1)
    lost = 0
    for _ in range(60):
        path.write_text('{"last": 0}')
        acknowledged = _run_and_kill(CARELESS, path, 1, seed.uniform(0, 0.03))
        try:
            lost += json.loads(path.read_text())["last"] < acknowledged
        except ValueError:
            lost += 1
    assert lost > 0


BACKUP = """
import sys
from pathlib import Path
from schema.workspace import Workspace
with Workspace.open(Path(sys.argv[1]), write=False) as workspace:
    workspace.verify()  # loads the library: the kills shall hit writings
    print("ready", flush=True)
    for number in range(10**9):
        workspace.backup(Path(sys.argv[1] + ".backup"))
        sys.stdout.write(f"{number}\\n"); sys.stdout.flush()
"""


@pytest.mark.long
def test_a_backup_that_is_killed_leaves_the_earlier_one(path):
    with Workspace.open(path, write=True, who="me") as opened:
        opened.apply([change("energy.gas", 1950 + n % 70, category=f"x=m{n}") for n in range(500)])
        history = opened.history()
    backup = path.with_name(path.name + ".backup")
    seed = random.Random(7)
    kills, left = 0, 0
    while kills < 40 or not backup.exists() or not left:
        assert kills < MOST_KILLS, f"a backup {backup.exists()}, {left} left behind"
        kills += 1
        _run_and_kill(BACKUP, path, 0, seed.uniform(0, 0.1))
        left += any(name.startswith(".annals-tmp-") for name in names_in(path.parent))
        if backup.exists():
            with Workspace.open(backup, write=False) as copy:
                assert (copy.history(), copy.verify()) == (history, ())


@pytest.mark.long
def test_a_program_killed_while_it_holds_the_lock_does_not_keep_others_out(path):
    for number in range(5):
        _run_and_kill(OURS, path, number * 1000 + 1, 0.01)
        with Workspace.open(path, write=True, who="next") as opened:
            assert opened.verify() == ()
