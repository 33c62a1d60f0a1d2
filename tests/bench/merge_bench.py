"""Prints what making, reading and merging packs costs beside its limit; nothing is asserted.

    python tests/bench/merge_bench.py [--packs 300] [--values 60]

Each pack is another desk's answer to one request, with values of a year of its own, so that each value is stored. They
are merged in one call, as `annals merge WORKSPACE FILE…` does it, into a workspace on the disk.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from desktop.work.merge import Manner, merge_files
from desktop.work.requests import Act
from schema.catalogue.outline import Definitions, Outline, Placement, Section, TableBlock
from schema.exchange.answers import Offer, OfferStep
from schema.exchange.packs.answer_pack import AnswerFacts, answer_content, read_answer
from schema.exchange.packs.manifest import Manifest
from schema.exchange.packs.pack import pack_bytes, read_pack
from schema.exchange.packs.signing import Signer
from schema.exchange.request_names import company_name, request_id
from schema.grammar.reference import Key
from schema.values.changes import keep
from schema.values.datapoint import DataPoint
from schema.values.people import Person
from schema.values.requests import Request, Step
from schema.workspace import Workspace
from tests.factories import small_catalogue, words

WHEN = datetime(2026, 11, 30, 9, tzinfo=UTC)
REQUEST = Request("r", "hr", "2026-12-31", "", Step("编", "2026-11-30T00:00:00Z"))
FIRST_YEAR = 1900
LIMITS = {"made": 0.5, "read": 0.5, "merged": 10.0}  # seconds


def _definitions(values: int) -> Definitions:
    plain = small_catalogue()
    metric = plain.metrics["staff.total"]
    metrics = {code: replace(metric, code=code, crossings=(), sum_over=()) for code in _codes(values)}
    table = TableBlock("t", words("t"), tuple(map(Placement, metrics)))
    outline = Outline("r", FIRST_YEAR, "zh-Hans", words("r"), (Section("s", 1, words("s"), (table,), department="hr"),))
    return Definitions(replace(plain, metrics=metrics), {"r": outline})


def _codes(values: int) -> list[str]:
    return [f"staff.m{number}" for number in range(values)]


def _pack(company: str, desk: int, values: int, signer: Signer) -> bytes:
    def offer(code: str) -> Offer:
        key = Key(code, FIRST_YEAR + desk)
        return Offer(key, None, (OfferStep("人", WHEN, "", DataPoint(key, Decimal(desk + 1), typed=str(desk + 1))),))

    manifest = Manifest(
        "answer", company, "r", "hr", "人", 1, request_id(company, REQUEST), "2026-11-30T09:00:00Z", "0" * 64, {}
    )
    content = answer_content(AnswerFacts(f"{desk:032x}", 1, "", None, {}), map(offer, _codes(values)))
    return pack_bytes(manifest, content, {}, signer)


def main() -> None:
    """Make, read, merge, and print the seconds."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--packs", type=int, default=300)
    parser.add_argument("--values", type=int, default=60)
    arguments = parser.parse_args()
    definitions, signer = _definitions(arguments.values), Signer(bytes(range(32)))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        begin = time.perf_counter()
        paths = [folder / f"{desk}.annalspack" for desk in range(arguments.packs)]
        for desk, path in enumerate(paths):
            path.write_bytes(_pack(company_name(definitions.catalogue), desk, arguments.values, signer))
        _tell("made", (time.perf_counter() - begin) / len(paths))
        begin = time.perf_counter()
        read_answer(read_pack(paths[0]))
        _tell("read", time.perf_counter() - begin)
        with Workspace.create(folder / "bench.annals", definitions, "编") as workspace:
            workspace.apply([keep(REQUEST), keep(Person("编", "", "editor")), keep(Person("人", "hr", "contact"))])
            begin, used = time.perf_counter(), time.process_time()
            merged = list(merge_files(workspace, paths, Act("编", WHEN), Manner()))
            _tell("merged", time.perf_counter() - begin)
            print(f"         {time.process_time() - used:8.3f} s of this process's processor time")
            taken = sum(len(one.outcome.taken) for one in merged if one.outcome)
        print(f"{taken:,} of {arguments.packs * arguments.values:,} values taken")


def _tell(what: str, seconds: float) -> None:
    print(f"{what:8} {seconds:8.3f} s   limit {LIMITS[what]:.1f} s")


if __name__ == "__main__":
    main()
