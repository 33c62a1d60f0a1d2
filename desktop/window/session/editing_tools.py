"""What every editor on a form works with."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.window.session.desk import Desk
from desktop.window.session.picture_intake import Pictures
from desktop.window.session.undo import Commands


@dataclass(frozen=True, slots=True)
class EditingTools:
    """Read from the desk, write with the commands, take pictures in; `language` is that in which texts are written."""

    desk: Desk
    commands: Commands
    pictures: Pictures
    language: str
