"""A suggestion is near to what was typed, or there is none."""

import pytest

from schema.mistakes import near


@pytest.mark.parametrize(
    ("typed", "known", "found"),
    [
        ("csr-2032", ["csr-2023", "esg-2021"], "csr-2023"), ("energy.gaz", ["energy.gas", "energy.coal"], "energy.gas"),
        ("审核", ["编", "审"], "审"), ("nonsense", ["content.bases"], ""), ("nosuch", ["送审稿"], ""), ("", ["hr"], ""),
    ],
)  # fmt: skip
def test_what_shares_a_few_letters_is_not_suggested(typed, known, found):
    assert near(typed, known) == found
