"""Every action of the program with its words, keys and menu: one table, from which menus and palette are made."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QKeySequence

Shortcut = str | QKeySequence.StandardKey
_Key = QKeySequence.StandardKey


@dataclass(frozen=True, slots=True)
class Deed:
    """One action: the attribute of `Actions` that holds it, its words in English, its keys, what it is drawn with.

    `always` ones can be used without an open workspace. Those of the `sheet` in that place alone; the key is told
    there, not bound: the cells hear it themselves, and fields beside them keep it.
    """

    name: str
    words: object  # a str, of which PySide's stub knows nothing
    keys: tuple[Shortcut, ...] = ()
    drawing: str = ""
    always: bool = False
    sheet: str = ""


# Each menu with its groups, in the order in which they are shown.
MENUS: tuple[tuple[object, tuple[tuple[Deed, ...], ...]], ...] = (
    (QT_TRANSLATE_NOOP("Menus", "&File"), (
        (
            Deed("open_pack", QT_TRANSLATE_NOOP("Actions", "Open a received &pack …"), ("Ctrl+Shift+P",), "pack",
                 always=True),
            Deed("open", QT_TRANSLATE_NOOP("Actions", "&Open …"), (_Key.Open,), "folder", always=True),
            Deed("open_database", QT_TRANSLATE_NOOP("Actions", "Open a &database …"), ("Ctrl+Alt+O",), always=True),
            Deed("new", QT_TRANSLATE_NOOP("Actions", "&New workspace …"), ("Ctrl+Shift+N",), "plus", always=True),
            Deed("sample", QT_TRANSLATE_NOOP("Actions", "&Sample workspace …"), (), "sample", always=True),
        ),
        (
            Deed("import_", QT_TRANSLATE_NOOP("Actions", "&Import figures …"), ("Ctrl+I",)),
            Deed("export", QT_TRANSLATE_NOOP("Actions", "&Export …"), ("Ctrl+E",), "export"),
            Deed("print_", QT_TRANSLATE_NOOP("Actions", "Prin&t …"), (_Key.Print,), "print"),
        ),
        (
            Deed("verify", QT_TRANSLATE_NOOP("Actions", "&Verify the history …"), ("Shift+F9",)),
            Deed("backups", QT_TRANSLATE_NOOP("Actions", "&Backups …"), ("Ctrl+Shift+B",)),
            Deed("save_as_new", QT_TRANSLATE_NOOP("Actions", "Save &as a new workspace …"), ("Ctrl+Alt+S",)),
        ),
        (
            Deed("close", QT_TRANSLATE_NOOP("Actions", "&Close workspace"), (_Key.Close,)),
            Deed("quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), (_Key.Quit,), always=True),
        ),
    )),
    (QT_TRANSLATE_NOOP("Menus", "&Edit"), (
        (
            Deed("undo", QT_TRANSLATE_NOOP("Actions", "&Undo"), (_Key.Undo,), "undo"),
            Deed("redo", QT_TRANSLATE_NOOP("Actions", "&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo"),
        ),
        (
            Deed("cut", QT_TRANSLATE_NOOP("Actions", "Cu&t cells"), sheet="Ctrl+X"),
            Deed("copy", QT_TRANSLATE_NOOP("Actions", "&Copy cells"), sheet="Ctrl+C"),
            Deed("paste", QT_TRANSLATE_NOOP("Actions", "&Paste cells"), sheet="Ctrl+V"),
            Deed("paste_new", QT_TRANSLATE_NOOP("Actions", "Paste as &new metrics"), sheet="Ctrl+Shift+V"),
            Deed("fill_down", QT_TRANSLATE_NOOP("Actions", "Fill &down"), sheet="Ctrl+D"),
            Deed("fill_right", QT_TRANSLATE_NOOP("Actions", "Fill ri&ght"), sheet="Ctrl+R"),
            Deed("clear", QT_TRANSLATE_NOOP("Actions", "C&lear cells"), sheet="Del"),
            Deed("filter", QT_TRANSLATE_NOOP("Actions", "Filter ro&w"), sheet="Ctrl+Shift+L"),
        ),
        (Deed("find", QT_TRANSLATE_NOOP("Actions", "&Find here …"), (_Key.Find,), "filter"),),
        (
            Deed("evidence", QT_TRANSLATE_NOOP("Actions", "&Evidence of this value …"), ("Ctrl+Shift+E",)),
            Deed("making", QT_TRANSLATE_NOOP("Actions", "&Method and source of this value …"),
                 ("Shift+F2", "Ctrl+Shift+M")),
            Deed("question", QT_TRANSLATE_NOOP("Actions", "&Ask or answer here …"), ("Ctrl+Shift+Q",)),
            Deed("follow_up", QT_TRANSLATE_NOOP("Actions", "F&ollow-up mark on or off"), ("Ctrl+Shift+F",)),
        ),
    )),
    (QT_TRANSLATE_NOOP("Menus", "&Go"), (
        (
            Deed("my_work", QT_TRANSLATE_NOOP("Actions", "M&y work"), ("Alt+1",)),
            Deed("overview", QT_TRANSLATE_NOOP("Actions", "Overvie&w"), ("Alt+2",)),
            Deed("requests", QT_TRANSLATE_NOOP("Actions", "&Requests"), ("Alt+3",)),
            Deed("review", QT_TRANSLATE_NOOP("Actions", "Re&view"), ("Alt+4",)),
            Deed("came_in", QT_TRANSLATE_NOOP("Actions", "What &came in"), ("Alt+5",)),
            Deed("sheet", QT_TRANSLATE_NOOP("Actions", "&Sheet"), ("Alt+6",)),
            Deed("sections", QT_TRANSLATE_NOOP("Actions", "S&ections"), ("Alt+7",)),
            Deed("issues", QT_TRANSLATE_NOOP("Actions", "&Issues"), ("Alt+8",)),
            Deed("structure", QT_TRANSLATE_NOOP("Actions", "Struct&ure"), ("Alt+9",)),
            Deed("catalogue", QT_TRANSLATE_NOOP("Actions", "Cata&logue"), ("Alt+0",)),
            Deed("scan", QT_TRANSLATE_NOOP("Actions", "Sc&an a text"), ("Ctrl+Shift+T",)),
        ),
        (Deed("palette", QT_TRANSLATE_NOOP("Actions", "&Go to or do …"), ("Ctrl+K",), "search"),),
        (
            Deed("previous", QT_TRANSLATE_NOOP("Actions", "&Previous section"), ("Ctrl+PgUp",)),
            Deed("next", QT_TRANSLATE_NOOP("Actions", "&Next section"), ("Ctrl+PgDown",)),
            Deed("next_open", QT_TRANSLATE_NOOP("Actions", "Next open i&tem"), ("Ctrl+J",)),
            Deed("previous_open", QT_TRANSLATE_NOOP("Actions", "Previous open ite&m"), ("Ctrl+Shift+J",)),
            Deed("next_issue", QT_TRANSLATE_NOOP("Actions", "Ne&xt issue"), ("F8",)),
            Deed("previous_issue", QT_TRANSLATE_NOOP("Actions", "Previ&ous issue"), ("Shift+F8",)),
        ),
        (Deed("page_view", QT_TRANSLATE_NOOP("Actions", "&Form, page or both"), ("F7",), "page"),),
    )),
    (QT_TRANSLATE_NOOP("Menus", "&Collect"), (
        (
            Deed("hand_in", QT_TRANSLATE_NOOP("Actions", "&Hand in …"), ("Ctrl+Shift+Return",)),
            Deed("pass_on", QT_TRANSLATE_NOOP("Actions", "&Pass on to a colleague …"), ("Ctrl+Shift+O",)),
        ),
        (
            Deed("ask", QT_TRANSLATE_NOOP("Actions", "&Ask departments …"), ("Ctrl+Shift+A",)),
            Deed("send", QT_TRANSLATE_NOOP("Actions", "&Send to departments …"), ("Ctrl+Shift+S",)),
            Deed("answers", QT_TRANSLATE_NOOP("Actions", "&Take in answers …"), ("Ctrl+Shift+I",)),
        ),
        (
            Deed("people", QT_TRANSLATE_NOOP("Actions", "Peop&le …")),
            Deed("person", QT_TRANSLATE_NOOP("Actions", "&Who I am …")),
        ),
    )),
    (QT_TRANSLATE_NOOP("Menus", "&Report"), (
        (
            Deed("coverage", QT_TRANSLATE_NOOP("Actions", "Co&verage …")),
            Deed("contradictions", QT_TRANSLATE_NOOP("Actions", "Con&tradictions …"), ("Ctrl+F8",)),
            Deed("check", QT_TRANSLATE_NOOP("Actions", "Chec&k everything"), ("F9",)),
        ),
        (
            Deed("freezes", QT_TRANSLATE_NOOP("Actions", "Free&zes …"), ("Ctrl+Shift+H",)),
            Deed("assurance", QT_TRANSLATE_NOOP("Actions", "&Assurance by an auditor …"), ("Ctrl+Shift+G",)),
        ),
        (
            Deed("next_year", QT_TRANSLATE_NOOP("Actions", "Next &year's or another report …")),
            Deed("assumed", QT_TRANSLATE_NOOP("Actions", "Confirm &definitions …")),
            Deed("newer", QT_TRANSLATE_NOOP("Actions", "Ne&wer definitions …")),
        ),
    )),
    (QT_TRANSLATE_NOOP("Menus", "&Help"), (
        (
            Deed("manual", QT_TRANSLATE_NOOP("Actions", "&Manual"), ("F1",), "help", always=True),
            Deed("keys", QT_TRANSLATE_NOOP("Actions", "&Keys"), ("Shift+F1",), always=True),
            Deed("about", QT_TRANSLATE_NOOP("Actions", "A&bout Annals"), always=True),
        ),
    )),
)  # fmt: skip
# How the window can look, in the menu of places as the languages are.
LOOKS = {
    "system": QT_TRANSLATE_NOOP("Actions", "Loo&k as the system does"),
    "light": QT_TRANSLATE_NOOP("Actions", "&Light"),
    "dark": QT_TRANSLATE_NOOP("Actions", "&Dark"),
}
DEEDS = tuple(deed for _, groups in MENUS for group in groups for deed in group)
