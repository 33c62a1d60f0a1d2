"""Makes the kept workspace of the current revision: `python -m tests.tools.make_old_file`, once per revision."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from schema.catalogue.compiled import with_hash
from schema.catalogue.outline import Definitions
from schema.grammar.reference import Key, RecordKey
from schema.grammar.words import Words
from schema.storage.sqlite.header import USER_VERSION
from schema.values.changes import keep
from schema.values.datapoint import (
    Attachment,
    DataPoint,
    Field,
    Origin,
    PublishedValue,
    Record,
    Remark,
    Restatement,
    SheetAnswer,
    SlotText,
)
from schema.values.evidence import Evidence, awaited
from schema.values.follow_ups import FollowUp
from schema.values.freezes import Freeze
from schema.values.image_slots import placing
from schema.values.merges import Merged
from schema.values.pack_origin import PackOrigin
from schema.values.people import Person
from schema.values.questions import Question
from schema.values.requests import Approval, ItemNote, Request, Step
from schema.values.verdicts import Verdict
from schema.values.via import Elsewhere, Via
from schema.workspace import Workspace
from tests.factories import change, small_definitions, ticking, words

_DRAFT = Origin("zh-Hans", "0" * 16, True)


def main() -> None:
    """Write tests/old_files/<revision>.annals; an existing one is never replaced."""
    path = Path(__file__).parents[1] / "old_files" / f"{USER_VERSION:04}.annals"
    gas = Key("energy.gas", 2021)
    missing = Key("energy.gas", 2022)
    with Workspace.create(path, small_definitions(), "李编辑", ticking()) as workspace:
        workspace.apply([change("energy.gas", 2021, "1195403.4"), change("waste.paper", 2021, "7")])
        workspace.apply(
            [change("energy.gas", 2021, "1195403.49", note="含食堂"), change("waste.paper", 2021, None)], "重算"
        )
        workspace.apply([change("staff.total", 2022, "1.50", category="age=young;gender=male")])
        workspace.apply([keep(DataPoint(missing, omission="not_collected", footnote="未装表"))])
        printed = PublishedValue("esg-2021", gas, "超过119万", Decimal(1190000), "over", Decimal(10000), "p. 77")
        workspace.apply(
            [
                keep(printed),
                keep(SlotText("esg-2021", "green.lead", "zh-Hans", "用气 {energy.gas}。", "esg-2020")),
            ]
        )
        draft = SlotText("esg-2021", "green.lead", "zh-Hant", "用氣 {energy.gas}。", "", _DRAFT)
        workspace.apply([keep(draft)])
        people = Field(typed="1.50", value=Decimal("1.50"))
        fair = Record(
            RecordKey("case", "fair"), "esg-2021", 1, {"title": Field(words("招聘会")), "people": people}, "esg-2020"
        )
        workspace.apply([keep(fair)])
        new = Decimal("1195403.49")
        workspace.apply(
            [keep(Remark("energy.gas@2021", "change.large", "0" * 64, "新食堂", "李编辑", "2026-11-30T00:00:00Z"))]
        )
        stated = Restatement("esg-2021", gas, printed.text, printed.place, printed.value, new, words("含食堂"))
        workspace.apply([keep(stated)])
        workspace.apply([keep(SheetAnswer("unit", "MT", "t"))])
        step = Step("李编辑", "2026-11-30T00:00:00Z")
        workspace.apply(
            [
                keep(
                    PackOrigin(
                        "小公司", "esg-2021", "admin", "联系人", "0" * 32, 1, "0" * 64, "ab" * 16, 1, {"李编辑": "key"}
                    )
                )
            ]
        )
        told = Elsewhere("联系人", datetime(2026, 11, 29, 8, tzinfo=UTC), Via("merge", 1, "李编辑", step.at))
        request = Request("esg-2021", "admin", "2026-12-31", "请填报", step, submitted=step, packs=1, person="联系人",
                          items={"energy.gas@2021": ItemNote(person="王")})  # fmt: skip
        workspace.apply([replace(keep(request), elsewhere=told)])
        names = ("a.annalspack", "0" * 64, "0" * 32, "esg-2021", "admin", "ab" * 16)
        workspace.apply(
            [keep(Merged(1, *names, 1, 1, "", "联系人", "李编辑", step.at, renamed={"record/case/a": "record/case/b"}))]
        )
        workspace.apply([keep(Approval("esg-2021", "energy.gas@2021", "0" * 64, "审核人", step.at))])
        workspace.freeze(
            lambda number, head: Freeze("送审稿", "esg-2021", "李编辑", step.at, "送审", number, head, "key", "signed")
        )
        workspace.apply(
            [keep(Verdict("esg-2021", "energy.gas@2021", "", "fail", "发票金额不符", "0" * 64, "审计师", step.at))]
        )
        asked = Step("联系人", "2026-11-29T08:00:00Z", "含外购热力吗？")
        workspace.apply([keep(Question("esg-2021", "energy.gas@2021", "editor", asked, (step,)))])
        brought = Elsewhere("李编辑", told.when, Via("pack", 1, "李编辑", step.at))  # as the people of a share come
        person = Person("李编辑", "admin", "editor", "li@example.com", "zh-Hans")
        workspace.apply([replace(keep(person), elsewhere=brought)])
        content = b"the bytes of a picture"
        picture = Attachment(hashlib.sha256(content).hexdigest(), "招聘会.png", "png", len(content), 4, 3)
        workspace.apply([keep(picture, content=content), keep(placing("esg-2021", "green.photo", picture.hash))])
        content = b"%PDF-1.7 the bytes of an invoice"
        invoice = Attachment(hashlib.sha256(content).hexdigest(), "发票.pdf", "pdf", len(content), pages=3)
        proof = Evidence("energy.gas@2021", invoice.hash, invoice.name, 2)
        workspace.apply([keep(invoice, content=content), keep(proof), keep(awaited("record/case/fair", "签到表.xlsx"))])
        workspace.apply([keep(FollowUp("energy.gas@2021", "等发票")), keep(FollowUp("record/case/fair"))])
        for name in ("天然气用量", "天然气消耗量"):  # of three versions the first two are kept as differences
            workspace.adopt(_renamed(workspace.definitions, name), "改名")


def _renamed(definitions: Definitions, name: str) -> Definitions:
    metrics = dict(definitions.catalogue.metrics)
    metrics["energy.gas"] = replace(metrics["energy.gas"], name=Words(name))
    return with_hash(replace(definitions, catalogue=replace(definitions.catalogue, metrics=metrics)))


if __name__ == "__main__":
    main()
