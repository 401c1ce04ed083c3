"""The language of the window: the system's, or the one chosen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from station_app.shipped import RESOURCES
from ui.kit.single import the_only

CHINESE = "zh_CN"
ENGLISH = "en"


class Languages(QObject):
    """Installs the translations; what is built afterwards speaks the language. There is one."""

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._app = app
        self._installed: list[QTranslator] = []

    @classmethod
    def of(cls, app: QCoreApplication) -> Languages:
        """Return those of *app*, made when first asked for."""
        return the_only(cls, "languages", app)

    def speak(self, chosen: str) -> str:
        """Let the program speak *chosen*, empty for the system's; return which it is."""
        for translator in self._installed:
            self._app.removeTranslator(translator)
            translator.deleteLater()
        self._installed.clear()
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
            self._installed.append(translator)


def system_language() -> str:
    """Return the language of the system, as far as we speak it."""
    is_chinese = QLocale.system().language() == QLocale.Language.Chinese
    return CHINESE if is_chinese else ENGLISH
