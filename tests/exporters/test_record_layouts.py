"""Each style of records has its layout, and each layout a style."""

from typing import get_args

from exporters.assembly.records import LAYOUTS
from schema.catalogue.outline import RecordStyle


def test_every_style_of_records_has_a_layout_of_its_own():
    assert set(LAYOUTS) == set(get_args(RecordStyle))
    assert len(set(LAYOUTS.values())) == len(LAYOUTS)
