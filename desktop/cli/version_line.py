"""What `annals --version` says."""

from __future__ import annotations

from desktop.cli.speaker import Speaker
from desktop.work.program_build import build_of, source_version

_SHOWN = 12  # of a hash: enough to find it again


def version_line(speaker: Speaker) -> str:
    """Return version and build: of a download its commit, day and lock file, else that it runs from its sources."""
    build = build_of(speaker.resources)
    if build is None:
        return speaker.sentence("cli.version.source", version=source_version())
    code = "cli.version.build" if build.commit else "cli.version.loose"
    lock = build.lock[:_SHOWN]
    return speaker.sentence(code, version=build.version, commit=build.commit, date=build.date, lock=lock)
