"""Texts that contradict each other: numbers in the same words, an event with two dates, units beside their label."""

from dataclasses import replace
from decimal import Decimal

import pytest

from schema.catalogue.definitions import RecordColumn, RecordType, Unit
from schema.catalogue.outline import CalloutBlock, Definitions, Placement, RecordsBlock, Section, TextBlock
from schema.grammar.reference import RecordKey
from schema.grammar.words import LANGUAGES, NO_WORDS, Words
from schema.moment import Moment
from schema.validation.contradictions.units import unit_of
from schema.validation.contradictions.words import said
from schema.validation.messages import message
from schema.values.datapoint import Field, Record, Snapshot
from schema.values.subject import TextAt
from tests.factories import words
from tests.schema.validation.given import MESSAGES, catalogue, definitions, metric, number, point, say_in_each_language

MILESTONE = RecordType(
    "milestone",
    words("历程"),
    (RecordColumn("date", words("时间"), "date"), RecordColumn("event", words("事件"), "text")),
)
UNITS = {
    "hour": Unit("hour", words("小时"), Decimal(3600), "time^1"),
    "minute": Unit("minute", words("分钟"), Decimal(60), "time^1"),
    "day": Unit("day", words("天"), Decimal(86400), "time^1"),
    "persontime": Unit("persontime", words("人次"), Decimal(1), "persontime^1"),
    "school": Unit("school", words("所学校"), Decimal(1), "school^1", aliases=("所",)),
    "kg": Unit("kg", words("千克"), Decimal(1), "mass^1"), "t": Unit("t", words("吨"), Decimal(1000), "mass^1"),
}  # fmt: skip
BASE = catalogue(
    metric(name=words("员工总数")), number("hours", unit="hour", name=words("培训时间")),
    number("days", unit="hour", name=words("人均培训天数")),
)  # fmt: skip
KNOWN = replace(BASE, units={**BASE.units, **UNITS})
WHOLE = definitions(replace(KNOWN, records={"milestone": MILESTONE}), "staff", slots=("a", "b"))
PLANT = "该项目累计覆盖偏远地区学校 35 所。"


def found(a: str, b: str = "", records: tuple[Record, ...] = (), data=(), whole: Definitions = WHOLE):
    texts = {("report", slot, "zh-Hans"): text for slot, text in (("a", a), ("b", b)) if text}
    held = Snapshot(points={p.key: p for p in data}, texts=texts, records={r.key: r for r in records})
    known = Moment(whole, held).contradictions("report")
    for contradiction in known:
        say_in_each_language(contradiction.issue, whole.catalogue)
    return known


def kinds(*arguments, **named):
    return [known.issue.code for known in found(*arguments, **named)]


def milestone(date: str, event: str, name: str = "m") -> Record:
    fields = {"date": Field(typed=date), "event": Field(Words(event, event, event))}
    return Record(RecordKey("milestone", name), "report", 1, fields)


# two sentences


@pytest.mark.parametrize(
    "other",
    [
        "该项目累计覆盖偏远地区学校 38 所。",
        "已覆盖 38 所偏远地区学校。",
        "截至年底，该项目覆盖偏远地区学校超过 40 所。",
        "该项目累计覆盖偏远地区学校不足 30 所。",
    ],
)
def test_two_sentences_that_say_different_numbers_in_the_same_words(other):
    (known,) = found(PLANT, other)
    assert known.kind == "sentences"
    assert [s.address for s in known.statements] == ["text/report/a.zh-Hans", "text/report/b.zh-Hans"]
    assert known.statements[0].value == Decimal(35)
    assert known.statements[0].text == "该项目累计覆盖偏远地区学校 35 所"


def test_one_text_that_contradicts_itself():
    assert kinds(PLANT + "我们高兴地看到，覆盖偏远地区学校已达 38 所。") == ["contradiction.sentences"]


@pytest.mark.parametrize(
    "other",
    [
        "该项目累计覆盖偏远地区学校 35 所。",
        "该项目累计覆盖偏远地区学校 30 余所。",
        "该项目累计覆盖偏远地区学校超过 30 所。",
        "该项目累计覆盖偏远地区学生 380 名。",
        "该项目累计覆盖城市社区学校 38 所。",
        "2021 年，该项目累计覆盖偏远地区学校 20 所。",
        "第一季度，该项目累计覆盖偏远地区学校 20 所。",
        "该项目未来计划培训教师 38 名。",
    ],
)
def test_sentences_that_may_both_hold_are_left_alone(other):
    assert kinds(PLANT, other) == []


def test_numbers_of_one_dimension_are_held_against_each_other():
    assert kinds("全年绿色出行减少碳排放 3.5 吨。", "全年绿色出行减少碳排放 3500 千克。") == []
    assert kinds("全年绿色出行减少碳排放 3.5 吨。", "全年绿色出行减少碳排放 4500 千克。") == ["contradiction.sentences"]


def test_a_linked_number_is_its_value():
    data = [point("hours", "120")]
    text = "为全国教师提供专业课程培训 {hours}。"
    (known,) = found(text, "为全国教师提供专业课程培训 130 小时。", data=data)
    assert (known.kind, known.statements[0].value) == ("sentences", Decimal(120))
    assert "120" in known.statements[0].text
    assert kinds(text, "为全国教师提供专业课程培训 120 小时。", data=data) == []


def test_what_the_data_contradict_is_told_once():
    data = [point("staff", "1000")]
    assert kinds("公司员工总数 {staff}。公司员工总数 900 人。", data=data) == []
    narrowed = "截至年底北京园区员工总数 {staff}。截至年底北京园区员工总数 900 人。"
    assert kinds(narrowed, data=data) == ["contradiction.sentences"]


def test_changes_of_two_topics_are_no_contradiction():
    text = "空调方面，用电量较去年同期减少 57.16%。照明方面，用电量较去年同期减少 11.31%。"
    assert kinds(text) == []


# events


@pytest.mark.parametrize("date", ["2020-09", "2021-08-16", "2020-08-17", "2021"])
def test_an_event_that_a_sentence_and_a_record_date_differently(date):
    record = milestone(date, "残疾人培训基地正式开园")
    (known,) = found("2020 年 8 月 16 日，国家级残疾人培训基地正式开园，带动就业。", records=(record,))
    assert (known.kind, known.statements[1].address) == ("dates", "record/milestone/m.date")


@pytest.mark.parametrize("date", ["2020-08-16", "2020-08", "2020"])
def test_a_date_that_says_less_contradicts_nothing(date):
    record = milestone(date, "残疾人培训基地正式开园")
    assert kinds("2020 年 8 月 16 日，国家级残疾人培训基地正式开园。", records=(record,)) == []


def test_two_sentences_that_date_one_event_differently():
    assert kinds("2020 年 8 月，残疾人培训基地正式开园。", "残疾人培训基地于 2020 年 9 月正式开园。") == [
        "contradiction.dates"
    ]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("2020 年 8 月，残疾人培训基地正式开园。", "2020 年 9 月，乡村教师培训班正式开班。"),
        ("2020 年 8 月，开展助残日主题活动。2021 年 8 月，开展助残日主题活动。", ""),
        ("2020 年 8 月至 2020 年 9 月，残疾人培训基地正式开园。", "2020 年 10 月，残疾人培训基地正式开园。"),
        ("2017 年 11 月{users.dau.reached@2017}", "2020 年 1 月{users.dau.reached@2020}"),
        ("残疾人培训基地获 2019 年度优秀案例。", "2020 年 8 月，残疾人培训基地获优秀案例。"),
    ],
)
def test_other_events_and_those_of_each_year_are_left_alone(a, b):
    assert kinds(a, b) == []


def test_a_link_is_no_word_of_an_event_and_ends_no_sentence():
    (known,) = found(
        "2020 年 8 月，首批{staff@2020|万 0.0}残疾人培训基地正式开园。", "残疾人培训基地于 2020 年 9 月正式开园。"
    )
    assert known.statements[0].text == "2020 年 8 月，首批…残疾人培训基地正式开园"


@pytest.mark.parametrize("date", ["待定", "八月", "2020"])
def test_a_date_that_is_not_read_or_says_no_day_is_no_other_date(date):
    assert (
        kinds("2020 年 8 月 16 日，残疾人培训基地正式开园。", records=(milestone(date, "残疾人培训基地正式开园"),))
        == []
    )


def test_two_records_of_one_event():
    records = (milestone("2020-08", "残疾人培训基地开园", "m"), milestone("2020-09", "残疾人培训基地开园", "n"))
    assert kinds("", records=records) == ["contradiction.dates"]
    assert kinds("", records=(records[0], milestone("2020-09", "残疾人培训基地扩建", "n"))) == []


# units


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("人均培训天数为 35 小时。", ["contradiction.unit"]),
        ("人均培训天数为 35 天。", []),
        ("人均培训小时数达 35 天。", ["contradiction.unit"]),
        ("人均培训时长达 35 分钟。", []),
        ("培训覆盖人次为 3,000 人。", ["contradiction.unit"]),
        ("培训覆盖人数为 3,000 人次。", ["contradiction.unit"]),
        ("培训覆盖人数超过 3,000 名。", []),
        ("人均培训天数增加，共 35 小时。", []),
        ("培训天数 {hours}。", ["contradiction.unit"]),
    ],
)
def test_a_number_in_another_unit_than_its_label_says(text, expected):
    assert kinds(text, data=[point("hours", "120")]) == expected


def test_a_name_that_counts_in_another_unit():
    whole = definitions(KNOWN, "days", "hours")
    (known,) = found("", data=[point("days", "120")], whole=whole)
    said = [s.told("zh-Hans") for s in known.statements]
    assert (known.issue.code, said) == ("contradiction.label", ["人均培训天数", "小时"])


def test_a_label_without_a_value_says_nothing_yet():
    whole = definitions(KNOWN, "days", "hours")
    assert kinds("", data=[point("hours", "120"), point("days@2019", "120")], whole=whole) == []


def test_a_wrong_name_is_quoted_in_the_readers_language_else_as_it_is_wrong():
    for name, quoted in (
        (Words("培训天数", "培訓天數", "Training days"), ("培训天数", "培訓天數", "Training days")),
        (Words("培训天数", "培訓時間", "Training"), ("培训天数",) * 3),
        (Words("培训", "培訓", "Training days"), ("Training days",) * 3),
    ):
        metrics = {**KNOWN.metrics, "days": replace(KNOWN.metrics["days"], name=name)}
        whole = definitions(replace(KNOWN, metrics=metrics), "days")
        (known,) = found("", data=[point("days", "120")], whole=whole)
        assert tuple(said(known.statements[0], KNOWN, language) for language in LANGUAGES) == quoted
        for language, text in zip(LANGUAGES, quoted, strict=True):
            assert text in message(known.issue, replace(whole.catalogue, messages=MESSAGES), language)


def test_a_sentence_that_links_a_value_of_a_wrong_name_tells_nothing_more():
    whole = definitions(KNOWN, "days", "hours", slots=("a",))
    data = [point("days", "120"), point("hours", "120")]
    assert kinds("人均培训天数 {days}。", data=data, whole=whole) == ["contradiction.label"]
    assert kinds("人均培训天数 {hours}。", data=data, whole=whole) == ["contradiction.label", "contradiction.unit"]


def test_a_column_that_counts_in_another_unit():
    columns = (*MILESTONE.columns, RecordColumn("people", words("受益人次"), "integer", "person"))
    known = replace(KNOWN, metrics={}, records={"milestone": replace(MILESTONE, columns=columns)})
    whole = definitions(known)
    block = RecordsBlock("list", "milestone", "table")
    outline = replace(whole.outlines["report"], chapters=(Section("s", 1, NO_WORDS, (block,)),))
    whole = Definitions(known, {"report": outline})
    assert kinds("", records=(milestone("2022", "培训"),), whole=whole) == []
    told = milestone("2022", "培训")
    told = replace(told, fields={**told.fields, "people": Field(typed="30", value=Decimal(30))})
    (contradiction,) = found("", records=(told,), whole=whole)
    assert (contradiction.kind, contradiction.statements[0].address) == ("label", "list/report/list")


def test_a_wrong_label_is_told_once_for_each_report_and_a_remark_in_brackets_says_nothing_of_the_unit():
    labels = ("培训时间（天数）", "工作日数（含外包人员小时数）", "培训天数")
    blocks = tuple(CalloutBlock(f"c{place}", (Placement("hours", words(label)),)) for place, label in enumerate(labels))
    outline = replace(WHOLE.outlines["report"], chapters=(Section("s", 1, NO_WORDS, blocks),))
    other = replace(outline, code="other", year=outline.year - 1)
    held = Snapshot(points={p.key: p for p in (point("hours", "120"), point("hours@2021", "120"))})
    known = Moment(Definitions(WHOLE.catalogue, {"report": outline, "other": other}), held).contradictions()
    assert [one.statements[0].told("zh-Hans") for one in known] == ["工作日数（含外包人员小时数）"] * 2


@pytest.mark.parametrize(("label", "unit"), [("月活跃用户", "persontime"), ("Daily active users", "persontime")])
def test_active_users_are_people(label, unit):
    row = unit_of(label)
    assert row is not None
    assert row.units == {"person"} != {unit}


@pytest.mark.parametrize(
    ("label", "unit"),
    [
        ("Number of people trained", "person"),
        ("Working days lost to injuries", "day"),
        ("Hours of core videos played", "hour"),
        ("Monthly active users of the platform", "person"),
        ("Number of employees trained as a share of all", None),
        ("Number of people’s questions", None),
        ("Daysailers", None),
    ],
)
def test_an_english_label_says_its_unit_at_the_beginning_too(label, unit):
    row = unit_of(label)
    assert (row is None) if unit is None else (row is not None and unit in row.units)


@pytest.mark.parametrize("label", ["员工总数", "人次占比", "天数据中心", "覆盖用户", ""])
def test_most_labels_say_nothing_of_a_unit(label):
    assert unit_of(label) is None


# two reports


OLDER = {
    "zh-Hans": "2018 年起开展扶贫，次年成立贫困县帮扶办公室，从电商入手。",
    "en": "From 2018 on we worked against poverty.",
}


@pytest.mark.parametrize(
    ("newer", "dated"),
    [
        ("2018 年成立贫困县帮扶办公室。", True),
        ("2019 年成立贫困县帮扶办公室。", False),
        ("2022 年成立贫困县帮扶办公室。", False),  # each tells of its own year: it may happen every year
        ("2020 年成立贫困县帮扶办公室。", False),  # after the older report: another one
        ("2018 年成立城市志愿服务办公室。", False),
    ],
)
def test_two_reports_that_date_one_event_otherwise(newer, dated):
    older = replace(WHOLE.outlines["report"], code="older", year=2019)
    texts = {("older", "a", language): text for language, text in OLDER.items()}
    texts |= {("report", "a", "zh-Hans"): newer, ("report", "a", "en"): "The office was founded in 2018."}
    whole = Definitions(WHOLE.catalogue, {"older": older, **WHOLE.outlines})
    known = Moment(whole, Snapshot(texts=texts)).contradictions()
    assert [one.issue.code for one in known] == (["contradiction.redated"] if dated else [])
    for one in known:
        say_in_each_language(one.issue, WHOLE.catalogue)
        assert one.subject == TextAt("report", "a", "zh-Hans")
        assert [s.told("en") for s in one.statements] == [
            "The office was founded in 2018", "From 2018 on we worked against poverty"
        ]  # fmt: skip
        assert [s.report for s in one.statements] == ["report", "older"]


def test_the_year_after_is_that_of_its_clause_alone():
    data = "2018 年起开展全国扶贫，次年成立办公室。"
    assert kinds(data, "按照 2018 年起开展全国扶贫的要求。") == []


# a span of time told in two ways


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3 月 3 日至 10 日举办培训，为期 6 天。", ["contradiction.days"]),
        ("3 月 3 日至 10 日举办培训。6 天共有 30 人参加。", ["contradiction.days"]),
        ("3 月 3 日至 10 日举办培训。\n\n6 天共有 30 人参加。", []),  # another paragraph
        ("3 月 3 日至 10 日举办培训，为期 8 天。", []),
        ("3 月 3 日至 10 日举办培训，历时七天。", []),  # from one day to the next
        ("3 月 3 日至 10 日举办培训，历时五天。", ["contradiction.days"]),
        ("2 月 28 日至 3 月 2 日举办培训，为期 3 天。", []),
        ("2020 年 2 月 28 日至 3 月 2 日举办培训，为期 4 天。", []),  # a leap year
        ("2021 年 12 月 30 日至 2022 年 1 月 5 日举办培训，为期 17 天。", ["contradiction.days"]),
        ("2 月 30 日至 3 月 2 日举办培训，为期 9 天。", []),  # no day of the calendar
        ("3 月 3 日至 10 日和 5 月 3 日至 10 日举办培训，为期 6 天。", []),  # which one is meant?
        ("自 2018 年起已连续 3 年赞助。", ["contradiction.years"]),
        ("连续三年赞助，自 2018 年起。", ["contradiction.years"]),
        ("自 2018 年起已连续 5 年赞助。", []),
        ("自 2018 年起已连续 6 年赞助。", []),  # the report comes out a year later
        ("自 2018 年起赞助，2020 年起连续 3 年获奖。", []),
        ("自 2018 年至 2020 年连续 3 年赞助。", []),
    ],
)
def test_a_span_of_time_is_held_against_how_long_it_is_said_to_be(text, expected):
    assert kinds(text) == expected


def test_a_span_is_quoted_in_each_language_that_tells_it():
    slots = {"zh-Hans": "3 月 3 日至 10 日举办，为期 6 天。", "en": "It was held from 3 to 10 March, for 6 days."}
    held = Snapshot(texts={("report", "a", language): text for language, text in slots.items()})
    (known,) = Moment(WHOLE, held).contradictions("report")
    assert [known.statements[1].told(n) for n in LANGUAGES] == ["为期 6 天", "为期 6 天", "for 6 days"]


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("时间范围", "2022 年 1 月 1 日至 2023 年 12 月 31 日。", ["contradiction.period"]),
        ("时间范围", "2021 年 1 月 1 日至 2021 年 12 月 31 日。", ["contradiction.period"]),
        ("时间范围", "报告期为 2022 年 1 月 1 日至 12 月 31 日。", []),
        ("时间范围", "2021 年 7 月 1 日至 2022 年 6 月 30 日。", []),  # a year that ends in June
        ("培训", "2021 年 1 月 1 日至 2023 年 12 月 31 日。", []),
    ],
)
def test_the_period_of_a_yearly_report_is_its_year(title, text, expected):
    outline = replace(WHOLE.outlines["report"], chapters=(Section("s", 1, words(title), (TextBlock("a", "a"),)),))
    assert kinds(text, whole=Definitions(WHOLE.catalogue, {"report": outline})) == expected
