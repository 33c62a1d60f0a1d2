"""Colours, fonts and the small style sheet: one place that decides how Annals looks."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtGui import QColor, QFont, QPalette

from desktop.window.look.scale import BODY

_FAMILIES = {
    "zh-Hans": ("Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei"),
    "zh-Hant": ("Microsoft JhengHei UI", "PingFang HK", "Noto Sans CJK HK", "Noto Sans CJK TC", "Source Han Sans HC"),
    "en": ("Segoe UI", "SF Pro Text", "Noto Sans CJK SC", "Noto Sans", "Microsoft YaHei UI", "PingFang SC"),
}

FRAMED = ("QCheckBox", "QRadioButton", "QLineEdit", "QComboBox", "QAbstractSpinBox", "QTextEdit", "QPlainTextEdit")
_FUSION_BORDER = 127  # per cent: its darker(140), made lighter(110) for boxes


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of a look, here of the light one, as #rrggbb; no colour is written anywhere else in the window.

    `company` is the report's colour, not the tool's: the mark beside the report's name and what pictures the report
    carry it. As accent an orange could not be told from error and doubt.
    Words reach 4.5:1 on each ground they stand on, `edge` and marks 3:1; `line` only decorates.
    """

    ground: str = "#F5F6F8"
    side: str = "#EDF0F4"
    surface: str = "#FFFFFF"
    sunken: str = "#F1F3F6"
    hover: str = "#E6EAF0"
    text: str = "#1A212D"
    text2: str = "#4A5463"
    text3: str = "#5F6978"
    line: str = "#DCE0E6"
    edge: str = "#7A8493"
    accent: str = "#2457A4"
    on_accent: str = "#FFFFFF"
    soft: str = "#E6EEFA"
    company: str = "#2457A4"
    error: str = "#B0231B"
    error_soft: str = "#FCEBE9"
    doubt: str = "#845000"
    doubt_soft: str = "#FBF0DA"
    doubt_mark: str = "#B06F00"
    good: str = "#1A6B42"
    good_soft: str = "#E4F2EA"
    people: str = "#74399A"
    people_soft: str = "#F3EAF8"
    chip: str = "#EAF0F8"
    chip_line: str = "#6A81A5"
    desk: str = "#E4E7EC"
    paper: str = "#FFFFFF"
    ink: str = "#1A212D"


LIGHT = Theme()
DARK = Theme(
    ground="#16191E", side="#121519", surface="#1D2127", sunken="#23282F", hover="#2A3038",
    text="#E7EAEE", text2="#B4BCC7", text3="#98A2AF", line="#31373F", edge="#717C8A",
    accent="#8DB6F4", on_accent="#0D1828", soft="#24344C", company="#8DB6F4",
    error="#FF958C", error_soft="#3B2423", doubt="#EDB963", doubt_soft="#362C1A", doubt_mark="#D59A3C",
    good="#72CD9A", good_soft="#1C3327", people="#D2A8EC", people_soft="#33263D",
    chip="#26354A", chip_line="#6D8BB5", desk="#0F1216", paper="#F2F1EC", ink="#1A212D",
)  # fmt: skip


def company_theme(colours: tuple[str, ...], base: Theme = LIGHT) -> Theme:
    """Return the theme with the company's first colour for what is the report's; the accent where it names none."""
    named = bool(colours) and QColor(colours[0]).isValid()
    return replace(base, company=QColor(colours[0]).name()) if named else base


def palette(theme: Theme) -> QPalette:
    """Return the Qt palette of a theme (Fusion draws everything from it)."""
    made = QPalette()
    roles = QPalette.ColorRole
    for role, colour in {
        roles.Window: theme.ground,
        roles.WindowText: theme.text,
        roles.Base: theme.surface,
        roles.AlternateBase: theme.ground,
        roles.Text: theme.text,
        roles.PlaceholderText: theme.text3,
        roles.Button: theme.surface,
        roles.ButtonText: theme.text,
        roles.BrightText: theme.error,
        roles.Highlight: theme.accent,
        roles.HighlightedText: theme.on_accent,
        roles.Link: theme.accent,
        roles.ToolTipBase: theme.text,
        roles.ToolTipText: theme.surface,
        roles.Mid: theme.line,
        roles.Accent: theme.accent,
    }.items():
        made.setColor(role, QColor(colour))
    for role in (roles.Text, roles.WindowText, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.text3))
    made.setColor(QPalette.ColorGroup.Inactive, roles.Highlight, QColor(theme.soft))
    made.setColor(QPalette.ColorGroup.Inactive, roles.HighlightedText, QColor(theme.text))
    return made


def framed_palette(theme: Theme) -> QPalette:
    """Return the palette of `FRAMED`: Fusion makes borders of the window's colour, here `edge`."""
    made = palette(theme)
    made.setColor(QPalette.ColorRole.Window, QColor(theme.edge).lighter(_FUSION_BORDER))
    return made


def list_sheet(theme: Theme, border: str = "none") -> str:
    """Return the rules of a list whose chosen row is drawn softly, so that the colours in it can still be read."""
    return f"""QTreeView, QListView {{ background: {theme.surface}; border: {border};
        selection-background-color: {theme.soft}; selection-color: {theme.text};
        outline: 1px solid {theme.accent}; }}
    QTreeView::item:selected, QListView::item:selected {{ background: {theme.soft}; color: {theme.text}; }}
    {_heads(theme)}"""


def _heads(theme: Theme) -> str:
    """Return the rules of heads, which Fusion draws with a gradient; the colour of the words is the model's."""
    return f"""
    QHeaderView {{ background: {theme.sunken}; border: none; }}
    QHeaderView::section {{ background: {theme.sunken}; border: none;
        border-bottom: 1px solid {theme.line}; padding: 4px 3px; }}"""


def head_sheet(theme: Theme) -> str:
    """Return the rules of the head of a list: flat, one line below it."""
    return f"""QHeaderView {{ background: {theme.sunken}; }}
        QHeaderView::section {{ background: {theme.sunken}; color: {theme.text2}; border: none; padding: 3px 4px;
        border-bottom: 1px solid {theme.line}; border-right: 1px solid {theme.line}; }}"""


def ui_font(language: str, points: float = 0, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the font of the user interface for a language: CJK families in order, digits of equal width."""
    font = QFont()
    font.setFamilies(list(_FAMILIES[language]))
    font.setPixelSize(round(points) or BODY)
    font.setWeight(weight)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def style_sheet(theme: Theme) -> str:
    """Return the few rules that the palette cannot say.

    It is put on bars and panels only: the form's hundreds of widgets stay free of it (it wraps and repaints each).
    """
    return f"""
    #topBar, #statusLine {{ background: {theme.surface}; }}
    #topBar {{ border-bottom: 1px solid {theme.line}; }}
    #statusLine {{ border-top: 1px solid {theme.line}; }}
    #sidePanel {{ background: {theme.side}; border-right: 1px solid {theme.line}; }}
    #infoPanel {{ background: {theme.surface}; border-left: 1px solid {theme.line}; }}
    {_fields(theme)}
    {_buttons(theme)}
    QToolButton {{ border: 1px solid transparent; border-radius: 6px; padding: 4px; }}
    QToolButton:hover {{ background: {theme.hover}; }}
    QToolButton:focus {{ border: 1px solid {theme.accent}; }}
    QToolButton:checked {{ background: {theme.soft}; color: {theme.accent}; font-weight: 600; }}
    QToolButton#toggle {{ border: 1px solid {theme.edge}; padding: 2px 8px; color: {theme.text2}; }}
    QToolButton#toggle:checked {{ border: 1px solid {theme.accent}; color: {theme.accent}; }}
    QToolButton#toggle:focus {{ border: 2px solid {theme.accent}; padding: 1px 7px; }}
    QToolButton::menu-indicator {{ image: none; }}
    QTreeView, QListView, QTextBrowser {{ border: none; background: transparent; }}
    QTreeView::indicator:unchecked, QListView::indicator:unchecked {{ background: {theme.surface};
        border: 1px solid {theme.edge}; border-radius: 2px; }}
    {_scroll_bar(theme)}
    {_heads(theme)}
    {_tabs(theme)}
    QTreeView::branch:selected, QTreeView::branch:hover {{ background: transparent; }}
    QTreeView {{ show-decoration-selected: 0; }}
    QToolTip {{ background: {theme.text}; color: {theme.surface}; border: none; padding: 6px; }}
    """


def _buttons(theme: Theme) -> str:
    """Return the rules of buttons and boxes to tick; each shows that it has the focus."""
    return f"""
    QPushButton {{ background: {theme.surface}; border: 1px solid {theme.edge}; border-radius: 6px;
        padding: 5px 14px; }}
    QPushButton:hover {{ background: {theme.hover}; }}
    QPushButton:focus {{ border: 1px solid {theme.accent}; }}
    QPushButton:checked:focus {{ border: 2px solid {theme.accent}; padding: 4px 13px; }}
    QCheckBox, QRadioButton {{ border: 1px solid transparent; border-radius: 4px; padding: 1px 2px; }}
    QCheckBox:focus, QRadioButton:focus {{ border: 1px solid {theme.accent}; }}
    QPushButton:disabled {{ color: {theme.text3}; }}
    QPushButton#primary {{ background: {theme.accent}; color: {theme.on_accent}; border: 1px solid {theme.accent};
        border-radius: 6px; padding: 5px 16px; font-weight: 600; }}
    QPushButton#primary:hover, QPushButton#primary:focus {{
        background: {theme.accent}; border: 1px solid {theme.text}; }}
    QPushButton#primary:disabled {{ background: {theme.hover}; border-color: {theme.line}; color: {theme.text3}; }}
    """


def _fields(theme: Theme) -> str:
    return f"""
    QLineEdit, QPlainTextEdit, QTextEdit {{ background: {theme.surface}; border: 1px solid {theme.edge};
        border-radius: 6px; padding: 4px 8px; }}
    QAbstractSpinBox QLineEdit, QComboBox QLineEdit, QTextBrowser {{ border: none; padding: 0; }}
    QLineEdit#search, QLineEdit#filter {{ padding: 4px 10px; }}
    QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus {{ border: 1px solid {theme.accent}; }}
    QLineEdit:disabled, QPlainTextEdit:disabled {{ color: {theme.text3}; }}
    """


def _tabs(theme: Theme) -> str:
    return f"""
    QTabWidget::pane {{ border: none; border-top: 1px solid {theme.line}; }}
    QTabBar {{ qproperty-drawBase: 0; }}
    QTabBar::tab {{ background: transparent; border: none; border-bottom: 2px solid transparent;
        padding: 6px 4px; margin-right: 12px; color: {theme.text2}; }}
    QTabBar::tab:selected {{ color: {theme.text}; border-bottom: 2px solid {theme.accent}; }}
    QTabBar::tab:focus {{ color: {theme.accent}; }}
    """


def _scroll_bar(theme: Theme) -> str:
    return f"""
    QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
    QScrollBar::handle:vertical {{ background: {theme.edge}; border-radius: 4px; min-height: 32px; margin: 2px; }}
    QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical {{ height: 0; }}
    QScrollBar::add-page:vertical, QScrollBar::sub-page:vertical {{ background: transparent; }}
    """
