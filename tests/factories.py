"""Small things that many tests need: definitions of three metrics, data points, a clock that ticks."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from schema.catalogue.compiled import with_hash
from schema.catalogue.definitions import Breakdown, Catalogue, Category, Company, Department, Metric, Unit
from schema.catalogue.folder import Folder
from schema.catalogue.loader import load_words
from schema.catalogue.outline import Definitions
from schema.catalogue.reading import Reading
from schema.catalogue.sources import MessagesFile, PhrasesFile
from schema.grammar.reference import Key
from schema.grammar.words import Words
from schema.values.changes import Change
from schema.values.datapoint import DataPoint


def words(text: str) -> Words:
    """The same wording in each language."""
    return Words(text, text, text)


def small_catalogue() -> Catalogue:
    """Gas in cubic metres, people by gender and age, a percentage."""
    units = {
        "m3": Unit("m3", Words("立方米", "立方米", "m³"), Decimal(1), "metre ** 3", ("m³",)),
        "t": Unit("t", Words("吨", "噸", "t"), Decimal(1000), "kilogram"),
        "kg": Unit("kg", Words("千克", "千克", "kg"), Decimal(1), "kilogram"),
        "person": Unit("person", Words("人", "人", "people"), Decimal(1), "person", ("名",)),
        "percent": Unit("percent", words("%"), Decimal("0.01"), ""),
    }
    breakdowns = {
        "gender": Breakdown("gender", words("性别"), (Category("male", words("男")), Category("female", words("女")))),
        "age": Breakdown("age", words("年龄"), (Category("young", words("青年")), Category("old", words("年长")))),
    }
    metrics = [
        Metric("energy.gas", Words("天然气", "天然氣", "Gas"), "number", "m3", "", "flow", "admin"),
        Metric("waste.paper", Words("废纸", "廢紙", "Paper"), "number", "t", "", "flow", "admin"),
        Metric(
            "staff.total", Words("员工", "員工", "Staff"), "integer", "person", "", "stock", "hr",
            crossings=(("gender",), ("gender", "age")), sum_over=("gender", "age"),
        ),
        Metric("training.share", Words("培训率", "培訓率", "Training rate"), "percent", "percent", "", "flow", "hr"),
    ]  # fmt: skip
    return Catalogue(
        company=Company(words("某公司"), words("某")),
        units=units,
        breakdowns=breakdowns,
        departments={code: Department(code, words(code)) for code in ("admin", "hr")},
        frameworks={},
        factors=(),
        metrics={metric.code: metric for metric in metrics},
        rules=(),
        messages={},
        phrases={},
    )


def small_definitions(**changed: Any) -> Definitions:
    """The small catalogue without outlines; `changed` replaces parts of the catalogue."""
    return with_hash(Definitions(replace(small_catalogue(), **changed), {}))


def change(code: str = "energy.gas", period: int = 2022, value: str | None = "1", **fields: Any) -> Change:
    """A change of one data point; a value of None clears it."""
    key = Key(code, period, category=fields.pop("category", ""))
    return Change(key, after=None if value is None else DataPoint(key, Decimal(value), typed=value, **fields))


def ticking(start: datetime = datetime(2026, 3, 1, 8, tzinfo=UTC)) -> Callable[[], datetime]:
    """A clock that goes on by one second each time it is read."""
    passed = iter(range(10**9))
    return lambda: start + timedelta(seconds=next(passed))


@cache
def shipped_messages() -> Mapping[str, Words]:
    """The sentences that ship, read once and without the rest of the definitions."""
    return load_words(_shipped(), "messages.yaml", MessagesFile)


@cache
def shipped_phrases() -> Mapping[str, Words]:
    """The phrases that ship, read once and without the rest of the definitions."""
    return load_words(_shipped(), "phrases.yaml", PhrasesFile)


def _shipped() -> Reading:
    return Reading(Folder(Path(__file__).parents[1] / "resources" / "definitions"))


def dead_process() -> int:
    """Return the number of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def names_in(folder: Path) -> list[str]:
    """The names of everything in a folder, sorted."""
    return sorted(entry.name for entry in folder.iterdir())
