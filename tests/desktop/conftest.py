"""A small company for the forms: a handful of metrics that show every kind of field, in a real workspace file."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")

import pytest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from desktop.window.main_window import MainWindow
from desktop.work.moments import moment_of
from desktop.work.requests import Act
from desktop.work.send import Sending, asked_shares, noted, request_pack
from schema.catalogue.compiled import with_hash
from schema.catalogue.definitions import Breakdown, Catalogue, Category, Company, Department, Metric, Unit
from schema.catalogue.loader_messages import load_messages
from schema.catalogue.outline import (
    Definitions,
    Group,
    Outline,
    Placement,
    Section,
    TableBlock,
    TextBlock,
)
from schema.exchange.packs.signing import Signer
from schema.grammar.formula import Formula, Operation, Ref
from schema.grammar.reference import Key
from schema.grammar.words import Words
from schema.values.changes import keep, thing_at
from schema.values.datapoint import DataPoint
from schema.values.people import Person
from schema.values.requests import Request, Step
from schema.values.subject import RequestAt
from schema.workspace import Workspace
from tests.desktop.kept_window import SECTION, KeptWindow, close_window, shown_window

RESOURCES = Path(__file__).parents[2] / "resources"
YEAR = 2022


def words(hans: str, hant: str, en: str) -> Words:
    return Words(hans, hant, en)


def metric(code: str, name: Words, unit: str, kind: str = "number", **more: object) -> Metric:
    defaults: dict[str, object] = {"display": "", "timing": "flow", "department": "admin"}
    return Metric(code=code, name=name, kind=kind, unit=unit, **(defaults | more))  # type: ignore[arg-type]


GAS = metric("energy.gas", words("天然气消耗量", "天然氣消耗量", "Natural gas"), "m3", display="0.00",
             definition=words("办公大楼的天然气", "辦公大樓的天然氣", "Gas used in offices"))  # fmt: skip
DIESEL = metric("energy.diesel", words("柴油消耗量", "柴油消耗量", "Diesel"), "m3", display="0.00")
FUEL = metric("energy.fuel", words("燃料合计", "燃料合計", "All fuel"), "m3", display="0.00",
              formula=Formula("[energy.gas] + [energy.diesel]",
                              Operation("+", (Ref("energy.gas"), Ref("energy.diesel")))))  # fmt: skip
USERS = metric("users.daily", words("日活跃用户", "日活躍用戶", "Daily users"), "person", "integer", display="万 0.0")
TRAINED = metric("training.share", words("受训比例", "受訓比例", "Share trained"), "percent", "percent", display="0.0")
STAFF = metric("staff", words("员工人数", "員工人數", "Employees"), "person", "integer",
               crossings=(("gender",), ("gender", "level")), sum_over=("gender", "level"))  # fmt: skip

TITLE = words("能源", "能源", "Energy")


@cache
def small_definitions() -> Definitions:
    units = {
        "m3": Unit("m3", words("立方米", "立方米", "m³"), Decimal(1), "length^3", ("m³",)),
        "l": Unit("l", words("升", "升", "litres"), Decimal("0.001"), "length^3"),
        "person": Unit("person", words("人", "人", "people"), Decimal(1), "person^1"),
        "percent": Unit("percent", words("%", "%", "%"), Decimal("0.01"), "", ("％",)),
    }
    gender = Breakdown("gender", words("性别", "性別", "Gender"),
                       (Category("male", words("男性", "男性", "Male")), Category("female", words("女性", "女性", "Female"))))  # fmt: skip
    level = Breakdown("level", words("层级", "層級", "Level"),
                      (Category("management", words("管理层", "管理層", "Management")),
                       Category("staff", words("员工", "員工", "Staff"))))  # fmt: skip
    catalogue = Catalogue(
        company=Company(
            words("示例公司", "示例公司", "Example Ltd"), words("示例", "示例", "Example"), colours=("#1F6F5C",)
        ),
        units=units,
        breakdowns={"gender": gender, "level": level},
        departments={"admin": Department("admin", words("行政部", "行政部", "Administration"))},
        frameworks={},
        factors=(),
        metrics={m.code: m for m in (GAS, DIESEL, FUEL, USERS, TRAINED, STAFF)},
        rules=(),
        messages=load_messages(RESOURCES / "definitions" / "messages.yaml"),
        phrases={},
    )
    return with_hash(Definitions(catalogue, {"csr-2022": small_outline()}))


def small_outline() -> Outline:
    energy = TableBlock("t1", words("能源消耗", "能源消耗", "Energy use"), (
        Group(words("燃料", "燃料", "Fuel")), Placement("energy.gas"), Placement("energy.diesel"), Placement("energy.fuel"),
    ), years=3)  # fmt: skip
    people = TableBlock("t2", words("员工", "員工", "People"), (
        Placement("users.daily"), Placement("training.share"), Placement("staff"), Placement("staff:gender=*"),
    ))  # fmt: skip
    crossed = TableBlock("t3", words("交叉", "交叉", "Crossed"), (Placement("staff:gender=*;level=*"),))
    return Outline(
        "csr-2022", YEAR, "zh-Hans", words("2022 年社会责任报告", "2022 年社會責任報告", "CSR report 2022"),
        (
            Section("green", 1, words("绿色", "綠色", "Green"), sections=(
                Section("green.energy", 2, TITLE, (energy, TextBlock("b1", "green.energy.body"))),)),
            Section("people", 1, words("员工", "員工", "People"), (people, crossed)),
        ),
    )  # fmt: skip


@pytest.fixture(scope="session")
def kept_small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with a few values of this and last year; no test may change it."""
    path = tmp_path_factory.mktemp("small") / "small.annals"
    with Workspace.create(path, small_definitions(), "tester", lambda: datetime(2023, 1, 1, tzinfo=UTC)) as workspace:
        values = {
            ("energy.gas", 2021, ""): "1000",
            ("energy.diesel", 2022, ""): "50",
            ("staff", 2022, "gender=male"): "60",
        }
        points = [DataPoint(Key(c, y, category=k), Decimal(v), typed=v) for (c, y, k), v in values.items()]
        workspace.apply([keep(point) for point in points])
    return path


@pytest.fixture(scope="module")
def kept_file(kept_small: Path) -> Path:
    """The workspace that the tests of a file begin with; a file that needs more in it has its own. None may change it."""
    return kept_small


@pytest.fixture
def workspace_file(request: pytest.FixtureRequest, kept_file: Path, tmp_path: Path) -> Path:
    """A copy of the workspace that the test may change; where the window is a shared one, that which is open in it."""
    if "own_windows" in request.fixturenames:
        return request.getfixturevalue("own_windows").path
    return Path(shutil.copy(kept_file, tmp_path / "small.annals"))


@pytest.fixture
def new_window(qtbot, tmp_path: Path) -> Iterator[Callable[[], MainWindow]]:
    """A way to make windows that are closed after the test."""
    made: list[MainWindow] = []

    def make(language: str = "zh-Hans", who: str = "") -> MainWindow:
        made.append(shown_window(tmp_path / "settings.ini", language, who))
        return made[-1]

    yield make
    for window in made:
        close_window(window)
    QApplication.processEvents()


@pytest.fixture
def crashes() -> Iterator[list[Exception]]:
    """What failed on a worker's thread; a test with such a failure fails."""
    found: list[Exception] = []
    yield found
    assert not found


@pytest.fixture
def opened_at(qtbot) -> Callable[[MainWindow, Path], None]:
    """A way to open a workspace in a window at the energy section, and to wait until it is checked."""

    def call(window: MainWindow, path: Path) -> None:
        with qtbot.waitSignal(window.opened, timeout=60000):
            window.open_path(path)
        window.activateWindow()
        assert window.view is not None
        with qtbot.waitSignal(window.view.session.issues_changed, timeout=60000):
            window.view.desk.choose_section(SECTION)

    return call


@pytest.fixture
def fresh_window(
    new_window: Callable[[], MainWindow], opened_at: Callable[..., None], workspace_file: Path, crashes: list[Exception]
) -> MainWindow:
    """A window of the test's own with its copy of the workspace open at the energy section."""
    made = new_window()
    opened_at(made, workspace_file)
    assert made.view is not None
    made.view.session.crashed.connect(crashes.append)
    return made


@pytest.fixture
def window(fresh_window: MainWindow) -> MainWindow:
    """The window that the tests of a file mean: their own, where the file does not say that they share one."""
    return fresh_window


@pytest.fixture(scope="module")
def own_windows(qapp, kept_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[KeptWindow]:
    """What makes the window that the tests of a file share."""
    kept = KeptWindow(kept_file, tmp_path_factory.mktemp("window"))
    yield kept
    kept.close()


@pytest.fixture
def kept_window(
    own_windows: KeptWindow, opened_at: Callable[..., None], crashes: list[Exception]
) -> Iterator[MainWindow]:
    """The same as `fresh_window`, shared by the tests of a file: put back after each, or made anew."""
    shown = own_windows.window(opened_at)
    assert shown.view is not None
    listening = shown.view.session.crashed.connect(crashes.append)
    yield shown
    if isValid(shown) and shown.view is not None:
        shown.view.session.crashed.disconnect(listening)
    own_windows.put_back()


@pytest.fixture
def stored(workspace_file: Path) -> Callable[[str, str], DataPoint | None]:
    """Read a data point of the year from the file itself, as another process would."""

    def read(code: str, category: str = "") -> DataPoint | None:
        with Workspace.open(workspace_file, write=False) as workspace:
            return workspace.snapshot().points.get(Key(code, YEAR, category=category))

    return read


def sent_pack(workspace_file: Path, path: Path, due: str = "2026-12-31", more: tuple[Person, ...] = ()) -> Path:
    """Ask the administration for its share, and write the pack that its contact, or one of `more`, gets."""
    act = Act("编辑", datetime(2026, 11, 30, 8, tzinfo=UTC))
    with Workspace.open(workspace_file, write=True, who="编辑") as workspace:
        people = [Person("编辑", "", "editor", "editor@example.com"), Person("行政联系人", "admin", "contact"), *more]
        asked = Request(f"csr-{YEAR}", "admin", due, "", Step("编辑", act.at))
        known = thing_at(workspace.snapshot(), RequestAt(asked.report, "admin"))
        workspace.apply([keep(thing) for thing in (*people, replace(known, due=due) if known else asked)])
        workspace.apply(noted(asked_shares(moment_of(workspace), asked.report, []), act))
        (share,) = asked_shares(moment_of(workspace), asked.report, [])
        sending = Sending(act, Signer(bytes(range(32))), workspace.head, workspace.attachment, workspace.last_changes)
        assert share.request is not None
        data = request_pack(moment_of(workspace), share.request, sending)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    return path


@pytest.fixture(scope="module")
def kept_pack(kept_file: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The workspace after the share of the administration was sent, and its pack; no test may change them."""
    folder = tmp_path_factory.mktemp("sent")
    path = Path(shutil.copy(kept_file, folder / "small.annals"))
    return path, sent_pack(path, folder / f"csr-{YEAR}-admin.annalspack")


@pytest.fixture
def pack(kept_pack: tuple[Path, Path], workspace_file: Path, tmp_path: Path) -> Path:
    """The share of the administration, sent to its contact."""
    sent, made = kept_pack
    shutil.copy(sent, workspace_file)
    (tmp_path / "mail").mkdir()
    return Path(shutil.copy(made, tmp_path / "mail"))
