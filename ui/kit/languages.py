"""The language of the window: the system's, or the one chosen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from station_app.shipped import RESOURCES

CHINESE = "zh_CN"
ENGLISH = "en"


class Languages(QObject):
    """Installs the translations; what is built afterwards speaks the language."""

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._app = app

    def speak(self, chosen: str) -> str:
        """Let the program speak *chosen*, empty for the system's; return which it is."""
        # whoever installed them: two lists of one program would speak both languages at once
        for translator in self._app.findChildren(QTranslator):
            self._app.removeTranslator(translator)
            translator.deleteLater()
        language = chosen or system_language()
        if language == CHINESE:
            # dates and numbers go with the words, whatever the system counts in
            QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
            qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            self._install(f"qtbase_{CHINESE}", qt_folder)
            self._install(f"station_{CHINESE}", str(RESOURCES / "translations"))
        else:
            QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
        return language

    def _install(self, name: str, folder: str) -> None:
        translator = QTranslator(self)
        if translator.load(name, folder):
            self._app.installTranslator(translator)


def system_language() -> str:
    """Return the language of the system, as far as we speak it."""
    is_chinese = QLocale.system().language() == QLocale.Language.Chinese
    return CHINESE if is_chinese else ENGLISH
