"""Evidence as the command line shows it: lines for people, objects for programs."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.cli.speaker import Speaker
from desktop.work.evidence import Proof

_SHOWN = 12  # digits of a hash


def evidence_document(proofs: Iterable[Proof]) -> dict[str, object]:
    """Return the promised JSON document."""
    return {"evidence": [_entry(proof) for proof in proofs]}


def _entry(proof: Proof) -> dict[str, object]:
    one, file, last = proof.evidence, proof.file, proof.last
    return {
        "subject": one.subject, "hash": one.hash, "name": one.name, "type": file.type if file else "",
        "size": file.size if file else 0, "page": one.page, "pages": file.pages if file else 0,
        "who": last.who if last else "", "at": last.when.isoformat() if last else None,
    }  # fmt: skip


def evidence_line(proof: Proof, speaker: Speaker) -> str:
    """Return subject, name, hash in short, type, size, page, who and when, parted by tabs."""
    one, file, last = proof.evidence, proof.file, proof.last
    told = (
        [speaker.sentence("cli.evidence.awaited")] if file is None else [one.hash[:_SHOWN], file.type, _size(file.size)]
    )
    page = speaker.sentence("cli.evidence.page", page=str(one.page)) if one.page else ""
    since = f"{last.who}\t{last.when:%Y-%m-%d %H:%M}" if last else ""
    return "\t".join(filter(None, (one.subject, one.name, *told, page, since)))


def _size(count: int) -> str:
    return f"{count:,} B" if count < 10_000 else f"{count / 1000:,.0f} kB"
