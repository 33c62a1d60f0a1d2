"""What is left of a workspace whose file was lost or replaced while it was open."""

from __future__ import annotations

from typing import Literal

# All that was stored; its newest automatic backup; another state of it, at its path; nothing but what is on the screen.
Rest = Literal["all", "backup", "copy", "nothing"]
