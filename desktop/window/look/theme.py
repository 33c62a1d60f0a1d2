"""Colours, fonts and the small style sheet: one place that decides how Annals looks."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QPalette

_FAMILIES = {
    "zh-Hans": ("Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei"),
    "zh-Hant": ("Microsoft JhengHei UI", "PingFang HK", "Noto Sans CJK HK", "Noto Sans CJK TC", "Source Han Sans HC"),
    "en": ("Segoe UI", "SF Pro Text", "Noto Sans CJK SC", "Noto Sans", "Microsoft YaHei UI", "PingFang SC"),
}


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of the light look; `accent` is the company's own, the others are neutral."""

    accent: str = "#2F5D8C"
    ground: str = "#F4F5F7"
    card: str = "#FFFFFF"
    line: str = "#E2E5EA"
    field_line: str = "#C3C9D2"
    text: str = "#1D2430"
    muted: str = "#5C6675"
    faint: str = "#98A1AE"
    hover: str = "#EDEFF3"
    error: str = "#B3261E"
    error_ground: str = "#FCEEED"
    doubt: str = "#8A5A00"
    doubt_ground: str = "#FDF5E3"
    good: str = "#1C7C4C"
    people: str = "#74399A"

    @property
    def on_accent(self) -> str:
        """White or near-black, whichever can be read on the accent."""
        return "#FFFFFF" if _luminance(self.accent) < 0.45 else "#1D2430"

    @property
    def soft_accent(self) -> str:
        """The accent thinned for grounds of selected things."""
        colour = QColor(self.accent)
        mixed = [round(part * 0.10 + 255 * 0.90) for part in (colour.red(), colour.green(), colour.blue())]
        return QColor(*mixed).name()

    @property
    def ink_accent(self) -> str:
        """The accent dark enough to be read as text on white."""
        colour = QColor(self.accent)
        while _luminance(colour.name()) > 0.18:
            colour = colour.darker(110)
        return colour.name()


def _luminance(name: str) -> float:
    colour = QColor(name)
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [((c + 0.055) / 1.055) ** 2.4 if c > 0.04045 else c / 12.92 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def company_theme(colours: tuple[str, ...]) -> Theme:
    """Return the theme with the company's first colour as accent; Annals' own where it names none."""
    return Theme(accent=QColor(colours[0]).name()) if colours and QColor(colours[0]).isValid() else Theme()


def palette(theme: Theme) -> QPalette:
    """Return the Qt palette of a theme (Fusion draws everything from it)."""
    made = QPalette()
    roles = QPalette.ColorRole
    for role, colour in {
        roles.Window: theme.ground,
        roles.WindowText: theme.text,
        roles.Base: theme.card,
        roles.AlternateBase: theme.ground,
        roles.Text: theme.text,
        roles.PlaceholderText: theme.faint,
        roles.Button: "#FBFBFC",
        roles.ButtonText: theme.text,
        roles.BrightText: theme.error,
        roles.Highlight: theme.accent,
        roles.HighlightedText: theme.on_accent,
        roles.Link: theme.ink_accent,
        roles.ToolTipBase: theme.text,
        roles.ToolTipText: "#FFFFFF",
        roles.Mid: theme.line,
        roles.Accent: theme.accent,
    }.items():
        made.setColor(role, QColor(colour))
    for role in (roles.Text, roles.WindowText, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.faint))
    made.setColor(QPalette.ColorGroup.Inactive, roles.Highlight, QColor(theme.soft_accent))
    made.setColor(QPalette.ColorGroup.Inactive, roles.HighlightedText, QColor(theme.text))
    return made


def list_sheet(theme: Theme, border: str = "none") -> str:
    """Return the rules of a list whose chosen row is drawn softly, so that the colours in it can still be read."""
    return f"""QTreeView, QListView {{ background: {theme.card}; border: {border};
        selection-background-color: {theme.soft_accent}; selection-color: {theme.text}; }}"""


def ui_font(language: str, points: float = 0, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the font of the user interface for a language: CJK families in order, digits of equal width."""
    font = QFont()
    font.setFamilies(list(_FAMILIES[language]))
    font.setPixelSize(round(points) or 13)
    font.setWeight(weight)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def style_sheet(theme: Theme) -> str:
    """Return the few rules that the palette cannot say.

    It is put on bars and panels only: the form's hundreds of widgets stay free of it (it wraps and repaints each).
    """
    return f"""
    #topBar, #statusLine {{ background: {theme.card}; }}
    #topBar {{ border-bottom: 1px solid {theme.line}; }}
    #statusLine {{ border-top: 1px solid {theme.line}; }}
    #sidePanel {{ background: {theme.card}; border-right: 1px solid {theme.line}; }}
    #infoPanel {{ background: {theme.card}; border-left: 1px solid {theme.line}; }}
    QLineEdit#search, QLineEdit#filter {{
        background: {theme.ground}; border: 1px solid {theme.line}; border-radius: 6px; padding: 4px 10px; }}
    QLineEdit#search:focus, QLineEdit#filter:focus {{ border: 1px solid {theme.accent}; background: {theme.card}; }}
    QPushButton {{ background: {theme.card}; border: 1px solid {theme.field_line}; border-radius: 6px;
        padding: 5px 14px; }}
    QPushButton:hover {{ background: {theme.hover}; }}
    QPushButton:focus {{ border: 1px solid {theme.accent}; }}
    QPushButton:disabled {{ color: {theme.faint}; }}
    QPushButton#primary {{ background: {theme.accent}; color: {theme.on_accent}; border: 1px solid {theme.accent};
        border-radius: 6px; padding: 5px 16px; font-weight: 600; }}
    QPushButton#primary:hover, QPushButton#primary:focus {{
        background: {theme.accent}; border: 1px solid {theme.text}; }}
    QPushButton#primary:disabled {{ background: {theme.line}; border-color: {theme.line}; color: {theme.faint}; }}
    QToolButton {{ border: 1px solid transparent; border-radius: 6px; padding: 4px; }}
    QToolButton:hover {{ background: {theme.hover}; }}
    QToolButton:focus {{ border: 1px solid {theme.accent}; }}
    QToolButton:checked {{ background: {theme.soft_accent}; color: {theme.ink_accent}; font-weight: 600; }}
    QToolButton#toggle {{ border: 1px solid {theme.line}; padding: 2px 8px; color: {theme.muted}; }}
    QToolButton#toggle:checked {{ border: 1px solid {theme.ink_accent}; color: {theme.ink_accent}; }}
    QToolButton::menu-indicator {{ image: none; }}
    QTreeView, QListView, QTextBrowser {{ border: none; background: transparent; }}
    QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
    QScrollBar::handle:vertical {{ background: {theme.field_line}; border-radius: 3px; min-height: 32px; margin: 2px; }}
    QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical {{ height: 0; }}
    QScrollBar::add-page:vertical, QScrollBar::sub-page:vertical {{ background: transparent; }}
    QTreeView::branch:selected, QTreeView::branch:hover {{ background: transparent; }}
    QTreeView {{ show-decoration-selected: 0; }}
    QToolTip {{ background: {theme.text}; color: #FFFFFF; border: none; padding: 6px; }}
    """
