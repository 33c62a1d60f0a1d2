"""Hand-made documents: small ones that hold every kind of block."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from exporters.assembly.facts import fact_of
from exporters.charts.data import ChartData, ChartSeries
from exporters.content import (
    Callout,
    CalloutItem,
    Chart,
    Column,
    Cover,
    Document,
    Footnote,
    Frame,
    Gap,
    Heading,
    Index,
    IndexRow,
    Inline,
    Labels,
    LinkedNumber,
    Look,
    Mark,
    NoteRef,
    OpenPoint,
    PageRef,
    Pages,
    Paragraph,
    Row,
    Table,
    Text,
)
from schema.grammar.decimals import plain
from schema.grammar.reference import value_key

LOOK = Look(("FF4906", "1F3A5F"), "微软雅黑", "Arial", "zh-CN")
LABELS = Labels(
    "目录", "表", "图", "注", "待完成事项", "完成后整页删除。", ("章节", "事项", "询问"), ("部门", "章节", "尚缺"), "各部门尚缺：", "P",
)  # fmt: skip


def linked(reference: str, text: str, unit: str = "", *, state: str = "value", remark: str = "") -> LinkedNumber:
    raw = plain(Decimal(text.replace(",", ""))) if state == "value" else ""
    return LinkedNumber(reference, "", value_key(reference, ""), raw, text, unit, reference, state, remark)  # pyright: ignore


def energy_table() -> Table:
    note = Footnote((Text("统计范围为总部及各分子公司。"),), "n_energy")
    columns = (
        Column("text", 4, "指标"),
        Column("unit", 1.3, "单位"),
        Column("number", 1.7, "2020"),
        Column("number", 1.7, "2021"),
    )
    rows = (
        Row(((Text("能源"),),), "group"),
        Row(
            (
                (Text("直接能源消耗量"), note),
                (Text("兆瓦时"),),
                (linked("energy.direct@2020", "7,100.00"),),
                (linked("energy.direct@2021", "7,906.83"),),
            )
        ),
        Row(
            (
                (Text("天然气消耗量"), NoteRef("n_energy", 1)),
                (Text("立方米"),),
                (linked("energy.gas@2020", "不适用", state="omission", remark="建筑尚未启用。"),),
                (linked("energy.gas@2021", "【待补】", state="missing", remark="请向行政部索取。"),),
            ),
            "member",
        ),
    )
    return Table("energy.table", "能源消耗", "b_energy_table", columns, rows, ((Text("注：按 GB/T 2589 折算。"),),))


def text_table() -> Table:
    columns = (Column("text", 1, "防线"), Column("text", 2, "谁"))
    return Table("text.table", "", "", columns, (Row(((Text("第一道"),), (Text("业务部门"),))),))


def callout(count: int) -> Callout:
    items = tuple(
        CalloutItem(linked(f"users.dau@{2021 - n}", "3.08"), "亿", (Text("平均日活跃用户"),)) for n in range(count)
    )
    return Callout(f"users.callout{count}", f"b_users_callout{count}", "年度成绩" if count > 1 else "", items)


def chart() -> Chart:
    series = (ChartSeries("营业收入", (Decimal("587.8"), Decimal("810.8"), None)),)
    data = ChartData("revenue", "column", ("2020", "2021", "2022"), series, unit="亿元", colours=("#FF4906",))
    return Chart("revenue", "营业收入", "b_revenue", data, "三年营业收入柱形图", "单位：亿元")


def index_row(code: str, title: str, where: Inline) -> IndexRow:
    return IndexRow(((Text(code),), (Text(title),), (where,)))


def blocks() -> tuple:
    case = Frame(
        "case",
        "case",
        "案例",
        "一场公开课",
        (
            Paragraph("case.1", "body", (Text("参加者 "), linked("course.people@2021", "1,200"), Text(" 人。"))),
            text_table(),
        ),
    )
    index = Index(
        "hkex2021",
        "ESG 指引",
        (Column("code", 1, "指标"), Column("text", 4, "详情"), Column("page", 2, "页码")),
        (
            IndexRow(((Text("A. 环境"),),), heading=1),
            index_row("A2.1", "能源", Pages((PageRef("s_about"), PageRef("s_green", "e_green")))),
            index_row("A2.5", "包装材料", Text("不适用。")),
            index_row("A2.6", "其他", Gap("【待补：说明】", "请向企业社会责任部索取。")),
        ),
    )
    return (
        Heading("about", 1, "关于本报告", "s_about"),
        Paragraph("about.lead", "lead", (Text("本报告是第一份报告。"),)),
        Paragraph("about.quote", "quote", (Text("“每个人都值得被看见。”"),)),
        Heading("part", 0, "上篇：环境", "s_part"),
        Heading("green", 1, "绿色为善", "s_green", "1"),
        Heading("green.energy", 2, "能源 & <资源>", "s_green_energy", "1.1"),
        Heading("green.energy.use", 3, "使用", "s_green_energy_use"),
        Paragraph(
            "p1",
            "body",
            (Text("共使用 "), linked("energy.total@2021", "1,210,235.56"), Text(" 兆瓦时，"), Text("重要", bold=True)),
        ),
        Paragraph("p2", "body", (Gap("【待补文字：使用】", "请向行政部索取这一段文字。"),)),
        Paragraph("p3", "list", (Text("第一\n第二"),)),
        Paragraph("p4", "signature", (Text("董事长"),)),
        energy_table(),
        callout(1),
        callout(3),
        callout(5),
        Frame("box", "box", "", "架构", (Paragraph("box.1", "list", (Text("委员会"),)),)),
        case,
        chart(),
        Mark("green.end", "e_green"),
        Heading("index", 1, "索引", "s_index", "A", annex=True),
        index,
    )


def whole(content: tuple | None = None) -> Document:
    points = (OpenPoint("使用", "s_green_energy_use", "缺少文字", "行政部"),)
    cover = Cover(
        "快手科技", "环境、社会及管治报告", "2021", "草稿 · 1 项待完成", ("股份代号：1024", "www.kuaishou.com")
    )
    header = ("快手", "2021 环境、社会及管治报告")
    return with_facts(Document("esg-2021", "zh-Hans", 2021, cover, header, LOOK, LABELS, content or blocks(), points))


def with_facts(document: Document) -> Document:
    """Return a document that knows its numbers; the first of those that share an entry counts."""
    numbers: dict[str, LinkedNumber] = {}
    for number in document.numbers():
        numbers.setdefault(number.key, number)
    return replace(document, facts=tuple(fact_of(number, ()) for number in numbers.values()))
