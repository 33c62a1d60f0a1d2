"""Departments are called by their names; a code stands only where two have the same name."""

from dataclasses import replace

import pytest

from desktop.work.department_names import department_name, with_department_names
from schema.catalogue.definitions import Department
from schema.errors import AnnalsError
from schema.grammar.words import Words


@pytest.fixture(scope="module")
def catalogue(definitions):
    """The shipped departments, and a second one that is called as human resources is in English."""
    staff = Department("staff", Words("员工部", "員工部", "Human resources"))
    return replace(definitions.catalogue, departments={**definitions.catalogue.departments, "staff": staff})


@pytest.mark.parametrize(
    ("code", "language", "said"),
    [
        ("admin", "zh-Hans", "行政部"), ("hr", "zh-Hans", "人力资源部"), ("hr", "en", "Human resources (hr)"),
        ("staff", "en", "Human resources (staff)"), ("nowhere", "en", "nowhere"), ("", "en", ""),
    ],
)  # fmt: skip
def test_a_department_is_called_by_its_name(catalogue, code, language, said):
    assert department_name(catalogue, code, language) == said


def test_a_trouble_names_its_department_and_those_that_it_lists(catalogue):
    told = with_department_names(
        AnnalsError("request.not_asked", department="legal", report="csr-2022", list="admin, finance"), catalogue, "en"
    )
    assert told.params["department"] == catalogue.departments["legal"].name.en
    assert told.params["list"] == ", ".join(catalogue.departments[code].name.en for code in ("admin", "finance"))


def test_what_is_listed_elsewhere_is_no_department(catalogue):
    error = AnnalsError("question.which", subject="energy.gas@2022", list="admin, hr")
    assert with_department_names(error, catalogue, "en") is error
