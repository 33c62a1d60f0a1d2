"""What a scan prints: a line for each number, or one document."""

from __future__ import annotations

from desktop.cli.speaker import Speaker
from desktop.work.scan import QuotedAt, ScannedText
from schema.catalogue.definitions import Catalogue
from schema.grammar.decimals import plain
from schema.validation.messages import message


def scan_document(scanned: ScannedText, catalogue: Catalogue, language: str) -> dict[str, object]:
    """Return the document of a scan."""
    return {
        "claims": [claim_entry(found, catalogue, language) for found in scanned.numbers],
        "names": [{"line": n.line, "quote": n.name.quote, "known": n.name.known} for n in scanned.names],
        "counts": dict(scanned.counts()),
        "language": scanned.language,
        "source": scanned.source,
    }


def claim_entry(found: QuotedAt, catalogue: Catalogue, language: str) -> dict[str, object]:
    """Return one number: `value` is an exact decimal in `unit`, the stored one of `ref` where there is one."""
    number = found.number
    quantity = number.agreement != "other"
    return {
        "line": int(found.line) if found.line.isdecimal() else found.line,
        "quote": " ".join(number.quote.split()),
        "value": None if number.value is None else plain(number.value),
        "high": plain(number.high) if number.high is not None else None,
        "unit": number.unit,
        "qualifier": number.qualifier if quantity else "",
        "period": number.time.year or None,
        "span": number.time.span,
        "ref": number.key.canonical() if number.key else "",
        "verdict": number.agreement,
        "current": plain(number.current) if number.current is not None else None,
        "reason": message(number.reason, catalogue, language),
    }


def print_scan(scanned: ScannedText, catalogue: Catalogue, speaker: Speaker, *, every: bool) -> None:
    """Print what is to be looked at; with `every` what agrees and what is no quantity, too."""
    if scanned.source:
        speaker.say("cli.scan.source", source=scanned.source)
    for found in scanned.numbers:
        number = found.number
        if every or number.agreement in ("mismatch", "stale", "unknown"):
            verdict = speaker.sentence(f"cli.scan.{number.agreement}")
            reason = message(number.reason, catalogue, speaker.language)
            quote = " ".join(number.quote.split())
            speaker.say("cli.scan.line", line=found.line, verdict=verdict, quote=quote, reason=reason)
    for misspelt in scanned.names:
        speaker.say("cli.scan.name", line=misspelt.line, quote=misspelt.name.quote, known=misspelt.name.known)
    speaker.say("cli.scan.counts", **{name: str(count) for name, count in scanned.counts().items()})
