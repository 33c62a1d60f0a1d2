"""Linked numbers in texts."""

from hypothesis import given
from hypothesis import strategies as st

from schema.catalogue.company_fields import company_words
from schema.catalogue.definitions import Company
from schema.grammar.linked import BrokenLink, LinkedNumber, parse_linked
from schema.grammar.reference import Reference
from schema.grammar.words import Words


def test_words_without_braces_are_one_piece():
    assert parse_linked("共培训员工。") == ("共培训员工。",)


def test_an_empty_text_has_no_pieces():
    assert parse_linked("") == ()


def test_a_link_stands_between_its_words():
    link = LinkedNumber(Reference("jobs.total"), "", "{jobs.total}", 2)
    assert parse_linked("带动{jobs.total}个岗位") == ("带动", link, "个岗位")


def test_a_link_may_carry_year_category_and_format():
    (link,) = parse_linked("{workforce.fulltime@-1:gender=male|万 0.0}")
    assert isinstance(link, LinkedNumber)
    assert link.reference == Reference("workforce.fulltime", offset=-1, category="gender=male")
    assert link.format == "万 0.0"


def test_doubled_braces_are_literal_and_join_their_words():
    assert parse_linked("a {{b}} c") == ("a {b} c",)


def test_a_literal_brace_may_stand_against_a_link():
    pieces = parse_linked("{{{jobs.total}}}")
    assert [piece if isinstance(piece, str) else piece.written for piece in pieces] == ["{", "{jobs.total}", "}"]


def test_a_brace_that_is_not_closed_is_named_with_its_position():
    assert parse_linked("共 {jobs.total 个") == ("共 ", BrokenLink("{", 2, "unclosed"), "jobs.total 个")


def test_a_link_does_not_run_over_the_end_of_a_line():
    assert BrokenLink("{", 0, "unclosed") in parse_linked("{jobs\ntotal}")


def test_a_closing_brace_alone_is_named():
    assert parse_linked("共}") == ("共", BrokenLink("}", 1, "stray"))


def test_braces_with_other_words_are_no_link():
    assert parse_linked("{员工总数}") == (BrokenLink("{员工总数}", 0, "reference"),)


@given(st.text(alphabet="ab{}|:.\n员", max_size=40))
def test_no_character_is_lost_but_the_escapes(text: str):
    pieces = parse_linked(text)
    back = "".join(p if isinstance(p, str) else p.written for p in pieces)
    words = sum(p.count("{") + p.count("}") for p in pieces if isinstance(p, str))
    assert len(back) + words == len(text)


def test_company_fields_are_words_in_the_language():
    company = Company(Words("快手科技", "快手科技", "Kuaishou Technology"), Words("快手", "快手", "Kuaishou"), "01024")
    assert company_words(company, "company.short", "en") == "Kuaishou"
    assert company_words(company, "company.stockcode", "zh-Hans") == "01024"
    assert company_words(company, "company.colour", "en") is None
