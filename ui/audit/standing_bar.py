"""Over the audit: whether it was verified and when, alarms, and what may be made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.buttons import Button, MenuButton
from ui.kit.icons import Icon, IconLabel, icon
from ui.kit.line_popup import LinePopup
from ui.kit.moments import moment_words
from ui.kit.surfaces import Banner
from ui.kit.tokens import Space, Tone
from ui.kit.words import label

if TYPE_CHECKING:
    from station_app.domain.audit.entries import AuditEntry, Standing
    from station_app.services.audit.telling import Teller

MOST_REASON = 200
SIGN = 20


class StandingBar(QWidget):
    """A line that tells how the audit stands; a banner over it while something alarms."""

    verify_asked = Signal()
    sheet_asked = Signal(bool)  # to be printed, else saved
    export_asked = Signal(str, str)  # ending of the file, reason
    archive_asked = Signal()
    alarms_asked = Signal()
    settled = Signal(str)  # why

    def __init__(self, teller: Teller) -> None:
        super().__init__()
        self._teller = teller
        self.banner = Banner("", Tone.DANGER, self)
        self.show_alarms = self.banner.add_action(self.tr("Show"), self.alarms_asked.emit)
        self.explain = self.banner.add_action(self.tr("Looked into…"), self._ask_explanation)
        self.banner.hide()
        self._good = IconLabel(Icon.OK, size=SIGN, color="ok_text", parent=self)
        self._open = IconLabel(Icon.WARN, size=SIGN, color="warn_text", parent=self)
        self.line = label("", wrap=True, parent=self)
        self.verify = Button(self.tr("Verify now"), meaning=Icon.SECURITY, parent=self)
        self.sheet = MenuButton(self.tr("Day sheet"), meaning=Icon.PRINT, parent=self)
        self.export = MenuButton(self.tr("For an inspector"), meaning=Icon.EXPORT, parent=self)
        self.more = MenuButton("", parent=self)
        self.more.setAccessibleName(self.tr("More"))
        self.more.setToolTip(self.tr("More"))
        self._fill_menus()
        self._lay_out()
        self.verify.on_click(self.verify_asked.emit)

    def show_standing(self, standing: Standing) -> None:
        """Say how the audit stands."""
        self.line.setText(self._words(standing))
        is_good = standing.verified_at is not None and not standing.alarms
        self._good.setVisible(is_good)
        self._open.setVisible(not is_good)
        self.banner.say(self._alarm(standing.alarms))
        reason = "" if standing.count else self.tr("The audit holds no entry yet.")
        for button in (self.verify, self.sheet, self.export):
            button.refuse(reason)

    def say_day(self, day: str) -> None:
        """Say which day's sheet is made."""
        self.print_sheet.setText(self.tr("Print the sheet of {day}…").format(day=day))
        self.save_sheet.setText(self.tr("Save the sheet of {day}…").format(day=day))

    def begin_verifying(self, *, is_busy: bool) -> None:
        """Let nobody ask twice while the audit is being verified."""
        self.verify.refuse(self.tr("It is being verified.") if is_busy else "")

    def _words(self, standing: Standing) -> str:
        if standing.verified_at is None:
            return self.tr("Not verified yet")
        words = self.tr("Found whole on {moment}, up to entry {number}")
        return words.format(
            moment=moment_words(standing.verified_at),
            number=f"{standing.verified_upto:,}",
        )

    def _alarm(self, alarms: tuple[AuditEntry, ...]) -> str:
        if not alarms:
            return ""
        latest = alarms[0]
        told = self.tr("{moment} {device}: {found}").format(
            moment=moment_words(latest.at),
            device=latest.about,
            found="、".join(text for _, text in self._teller.facts(latest)),
        )
        if len(alarms) == 1:
            return self.tr("Alarm of {what}").format(what=told)
        words = self.tr("{count} alarms, the latest of {what}")
        return words.format(count=len(alarms), what=told)

    def _fill_menus(self) -> None:
        self.print_sheet = self.sheet.menu_shown.addAction(icon(Icon.PRINT), "")
        self.print_sheet.triggered.connect(lambda _checked: self.sheet_asked.emit(True))
        self.save_sheet = self.sheet.menu_shown.addAction(icon(Icon.SAVE), "")
        self.save_sheet.triggered.connect(lambda _checked: self.sheet_asked.emit(False))
        for ending, text in (
            (".xlsx", self.tr("What is listed, as a workbook…")),
            (".pdf", self.tr("What is listed, on paper (PDF)…")),
        ):
            action = self.export.menu_shown.addAction(icon(Icon.EXPORT), text)
            action.triggered.connect(
                lambda _checked=False, ending=ending: self._ask_reason(ending)
            )
        archive = self.more.menu_shown.addAction(
            icon(Icon.ARCHIVE), self.tr("Archive entries older than three years")
        )
        archive.triggered.connect(lambda _checked: self.archive_asked.emit())

    def _ask_reason(self, ending: str) -> None:
        popup = self._popup(
            self.export, self.tr("Who asks for it, and why? It stands on every page.")
        )
        popup.named.connect(lambda reason: self.export_asked.emit(ending, reason))

    def _ask_explanation(self) -> None:
        popup = self._popup(
            self.explain, self.tr("What did the alarm come from? It is written down.")
        )
        popup.named.connect(self.settled)

    def _popup(self, button: Button, title: str) -> LinePopup:
        popup = LinePopup(button, title=title, action=self.tr("Go on"), most=MOST_REASON)
        corner = QPoint(min(0, button.width() - popup.width()), button.height() + Space.XS)
        popup.move(button.mapToGlobal(corner))
        popup.show()
        popup.line.setFocus()
        return popup

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self._good)
        row.addWidget(self._open)
        row.addWidget(self.line, 1)
        for button in (self.verify, self.sheet, self.export, self.more):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.banner)
        column.addLayout(row)
