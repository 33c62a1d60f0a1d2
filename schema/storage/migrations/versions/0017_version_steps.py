"""Versions of the definitions may be kept as differences: no table changes, but programs before this cannot read them.

They would call the file damaged where it is not; by its revision they know it as one of a newer program.
"""

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go from the revision before to this one."""
