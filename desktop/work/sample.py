"""The sample workspace, as the command demo and the window make it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from schema.catalogue.outline import Definitions
from schema.workspace import Workspace


def write_sample(
    target: Path, definitions: Definitions, who: str, resources: Path, step: Callable[[str], None]
) -> tuple[Path, int]:
    """Make the workspace beside its place and move it in; one that a person has changed is kept.

    Returns where it went and how many changes fill it; `step` hears what is being read. Raises OutputError.
    """
    from exporters.output_files import write_output
    from schema.catalogue.built_in import source_digest
    from schema.sample import fill_sample, sample_definitions

    counts: list[int] = []
    explained = sample_definitions(definitions, resources / "sample")

    def write(temporary: Path) -> None:
        temporary.unlink(missing_ok=True)
        with Workspace.create(temporary, explained, who, source=source_digest(resources)) as workspace:
            counts.append(fill_sample(workspace, resources / "sample", step))

    return write_output(target, write), sum(counts)
