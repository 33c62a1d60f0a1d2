"""The numbers that ship with the program, held against what the world and the printed reports say."""

from decimal import Decimal

import pytest

from schema.catalogue.outline import CalloutBlock, ChartBlock, TableBlock, placements
from schema.grammar.reference import Key
from schema.validation.published import fits
from schema.values.figures import Figures

# In the coherent unit of each dimension: joule, kilogram, metre, second; coal and carbon in kilograms.
SIZES = {
    "percent": "0.01",
    "times": "1",
    "kwh": "3.6e6",
    "mwh": "3.6e9",
    "kw": "1e3",
    "mj": "1e6",
    "gj": "1e9",
    "kg": "1",
    "t": "1e3",
    "kgce": "1",
    "tce": "1e3",
    "kgco2e": "1",
    "tco2e": "1e3",
    "m3": "1",
    "m2": "1",
    "cny": "1",
    "second": "1",
    "minute": "60",
    "hour": "3600",
    "day": "86400",
    "kwhperson": "3.6e6",
    "mwhperson": "3.6e9",
    "tperson": "1e3",
    "kgperson": "1",
    "tco2eperson": "1e3",
    "hourperson": "3600",
}
# As their sources print them: GB/T 2589-2020, the ministry's yearly announcements, the guides' default values.
FACTORS = {
    ("naturalgas", 2021): "1.2150",
    ("diesel", 2021): "1.4571",
    ("electricity", 2021): "0.1229",
    ("heat", 2021): "0.03412",
    ("grid.china", 2021): "0.5568",
    ("grid.china", 2022): "0.5366",
    ("grid.china", 2023): "0.5306",
    ("grid.exmarket", 2021): "0.5942",
    ("grid.exmarket", 2022): "0.5856",
    ("grid.exmarket", 2023): "0.6096",
    ("grid.notice", 2020): "0.6101",
    ("grid.notice", 2021): "0.5810",
    ("grid.notice", 2022): "0.5703",
    ("grid.beijing", 2022): "0.5580",
    ("emission.heat", 2022): "0.11",
    ("emission.naturalgas", 2022): "2.1622",
    ("emission.diesel", 2022): "3.0959",
}
# Pages 87, 88 and 93 of the report of 2021.
BY_GENDER = {
    ("workforce.fulltime", "male"): "16335",
    ("workforce.fulltime", "female"): "11763",
    ("turnover.rate", "female"): "23.9",
    ("training.trained.rate", "female"): "98.8",
    ("training.average.hours", "female"): "45.3",
}
# Stated anew by the later report; rounded inputs or cut digits; said in two ways in one report (its note explains).
KNOWN = {
    ("training.lecturers.growth@2019", "csr-2019"),
    ("nature.oasis.area@2019", "csr-2019"),
    ("users.mau@2021", "csr-2022"),
    ("waste.nonhazardous.perhead@2021", "esg-2021"),
    ("creators.live.genres@2022", "csr-2022"),
    ("content.videos.total@2020", "csr-2019"),
    ("workforce.clubs@2019", "csr-2019"),
    ("users.dau@2022", "csr-2022"),
}


@pytest.fixture(scope="module")
def figures(definitions, sample_snapshot):
    return Figures(definitions.catalogue, sample_snapshot)


@pytest.mark.parametrize("code", SIZES)
def test_a_shipped_unit_has_the_size_that_it_has_in_the_world(definitions, code):
    assert definitions.catalogue.units[code].factor == Decimal(SIZES[code])


def test_fifteen_mu_are_a_hectare(definitions):
    assert abs(definitions.catalogue.units["mu"].factor * 15 - 10_000) < Decimal("1e-9")


@pytest.mark.parametrize(("code", "year"), FACTORS)
def test_a_shipped_factor_is_the_one_in_force_in_its_year(figures, code, year):
    assert figures.factor(code, year).value == Decimal(FACTORS[code, year])


def test_what_the_sample_reports_print_is_what_the_sample_gives(figures, sample_snapshot):
    different = set()
    for printed in sample_snapshot.published:
        now = figures.value(printed.key)
        if now.value is not None and not fits(now.value, now.qualifier, printed):
            different.add((printed.key.canonical(), printed.report))
    assert different == KNOWN


def test_the_printed_totals_of_energy_and_emissions_are_figures_that_follow(figures, sample_snapshot):
    followed = {p.key.metric for p in sample_snapshot.published if figures.value(p.key).kind == "figure"}
    assert {"energy.direct", "energy.indirect", "energy.total", "ghg.total", "water.perhead"} <= followed


@pytest.mark.parametrize(("code", "member"), BY_GENDER)
def test_values_of_men_and_women_are_not_exchanged(figures, code, member):
    found = figures.value(Key(code, 2021, category=f"gender={member}"))
    assert found.value == Decimal(BY_GENDER[code, member])


def test_the_share_of_women_counts_women(figures):
    share = figures.value(Key("workforce.female.share", 2021)).value
    assert abs(share - Decimal("41.86")) < Decimal("0.01")


@pytest.mark.parametrize("report", ["esg-2021", "csr-2022"])
def test_a_label_that_says_women_stands_at_the_value_of_women(definitions, report):
    blocks = [block for section in definitions.outlines[report].walk() for block in section.blocks]
    placed = [item for b in blocks if isinstance(b, TableBlock | CalloutBlock | ChartBlock) for item in placements(b)]
    for item in placed:
        if "gender=female" in item.reference or "gender=male" in item.reference:
            said = [item.label.zh_hans, item.label.zh_hant, item.label.en]
            women = "gender=female" in item.reference
            assert all(("女" in words) == women and ("男" in words) != women for words in said[:2] if words)
            assert ("women" in said[2].lower().split()) == women or not said[2]
