"""Languages of the user interface: Qt translators that can be exchanged while the program runs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

LANGUAGES = {"zh-Hans": "简体中文", "zh-Hant": "繁體中文", "en": "English"}
_LOCALES = {"zh-Hans": "zh_CN", "zh-Hant": "zh_HK", "en": "en_US"}
_QT_FILES = {"zh-Hans": "qtbase_zh_CN", "zh-Hant": "qtbase_zh_TW"}

# Words of Qt's own file dialog that Qt's Chinese files lack; ours are asked first.
QT_WORDS = {
    "QFileDialog": (QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"), QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:")),
    "QAbstractFileIconProvider": (
        QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "%1 File"),
        QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Alias"),
        QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Drive"),
        QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "File"),
        QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "File Folder"),
        QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Folder"),
        QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Shortcut"),
        QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Unknown"),
    ),
}


class Translations(QObject):
    """Holds the installed translators; exchanging them makes Qt send LanguageChange to every window."""

    def __init__(self, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._folder = folder
        self._installed: list[QTranslator] = []

    def use(self, language: str) -> None:
        """Speak this language from now on; English is what the program is written in and needs no file."""
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
        self._installed = []
        QLocale.setDefault(QLocale(_LOCALES[language]))
        if language in _QT_FILES:
            self._install(_QT_FILES[language], QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
            self._install(f"annals_{_LOCALES[language]}", str(self._folder))

    def _install(self, name: str, folder: str) -> None:
        translator = QTranslator(self)
        if translator.load(name, folder):
            QCoreApplication.installTranslator(translator)
            self._installed.append(translator)


def system_language() -> str:
    """Return the language of the system among ours; Simplified Chinese where it is none of them."""
    tags = QLocale.system().uiLanguages()
    for tag in tags:
        if tag.startswith(("zh-Hant", "zh-HK", "zh-TW", "zh-MO")):
            return "zh-Hant"
        if tag.startswith(("zh", "en")):
            return "zh-Hans" if tag.startswith("zh") else "en"
    return "zh-Hans"
