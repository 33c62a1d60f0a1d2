"""A workspace of an earlier program is told by its catalogue, whatever is the company's own in it."""

from dataclasses import replace

from schema.catalogue.compiled import to_json
from schema.catalogue.past_catalogues import mark, past_marks
from tests.factories import small_definitions, words
from tests.shipped import RESOURCES


def test_the_company_and_its_words_leave_the_mark_as_it_is_and_any_metric_changes_it():
    plain = small_definitions()
    company = replace(plain.catalogue.company, name=words("别的公司"))
    assert mark(to_json(small_definitions(company=company, messages={"a": words("b")}))) == mark(to_json(plain))
    assert mark(to_json(small_definitions(metrics={}))) != mark(to_json(plain))


def test_the_marks_of_past_programs_are_kept():
    marks = past_marks(RESOURCES)
    assert len(marks) >= 9
    assert {len(one) for one in marks} == {16}
