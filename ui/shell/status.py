"""The line at the foot of the window: backup, exchange, work under way, notices, lock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QMenu, QWidget, QWidgetAction

from station_app.domain.backups import Urgency
from ui.kit.buttons import Button, Kind
from ui.kit.icons import Icon, IconLabel
from ui.kit.job_bar import JobBar
from ui.kit.moments import moment_words
from ui.kit.tokens import Space, Tone
from ui.kit.words import ElidedLabel, Role
from ui.shell.wording import phase_words

if TYPE_CHECKING:
    from datetime import datetime

    from station_app.domain.clock import Clock
    from station_app.services.backup_standing import BackupStanding
    from station_app.services.second_places import PlaceStanding
    from ui.kit.notices import NoticeArea, Said

LIST_WIDTH, LIST_HEIGHT = 460, 280
STALE_DAYS = 1
FULL = "store.full"


class StatusBar(QFrame):
    """Says how things stand, and locks."""

    lock_asked = Signal()
    backup_asked = Signal()
    exchange_asked = Signal()
    care_asked = Signal()

    def __init__(self, notices: NoticeArea, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "footer")
        self._notices, self._clock = notices, clock
        self.backup_icon = IconLabel(Icon.BACKUP, size=14, color="muted", parent=self)
        self.backup = Button("", kind=Kind.LINK, parent=self)
        self.backup.setToolTip(self.tr("Make a backup now"))
        self.backup.setProperty("kind", "status")
        self.care_icon = IconLabel(Icon.STICK, size=14, color="muted", parent=self)
        self.care = Button("", kind=Kind.LINK, parent=self)
        self.care.setToolTip(self.tr("Backups in the settings"))
        self.care.setProperty("kind", "status")
        self.exchange_icon = IconLabel(Icon.EXCHANGE, size=14, color="muted", parent=self)
        self.exchange = Button("", kind=Kind.LINK, parent=self)
        self.exchange.setToolTip(self.tr("Exchange with other computers (F9)"))
        self.exchange.setProperty("kind", "status")
        self.jobs = JobBar(self, phase_words=phase_words)
        self.told = ElidedLabel("", Role.CAPTION, self)
        self.said = Button(self.tr("Notices"), meaning=Icon.NOTICE, kind=Kind.LINK, parent=self)
        self.lock = Button(self.tr("Lock"), meaning=Icon.LOCK, kind=Kind.LINK, parent=self)
        self.lock.setToolTip(self.tr("Lock the window (Ctrl+L)"))
        for button in (self.said, self.lock):
            button.setProperty("kind", "status")
        self._lay_out()
        self.lock.on_click(self.lock_asked.emit)
        self.backup.on_click(self.backup_asked.emit)
        self.said.on_click(self._list_notices)
        self.exchange.on_click(self.exchange_asked.emit)
        self.care.on_click(self.care_asked.emit)
        self.show_exchange(None)
        self._show_care("", Tone.NEUTRAL)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, 2, Space.M, 2)
        row.setSpacing(Space.S)
        for sign, words in (
            (self.backup_icon, self.backup),
            (self.care_icon, self.care),
            (self.exchange_icon, self.exchange),
        ):
            stand = QHBoxLayout()
            stand.setSpacing(0)
            stand.addWidget(sign)
            stand.addWidget(words)
            row.addLayout(stand)
            row.addSpacing(Space.M)
        row.addWidget(self.told, 1)
        for widget in (self.jobs, self.said, self.lock):
            row.addWidget(widget)

    def tell(self, text: str) -> None:
        """Say why what is pointed at cannot be used; nothing takes it away."""
        self.told.setText(text)

    def show_backup(self, moment: datetime | None) -> None:
        """Say when the last good backup was made."""
        if moment is None:
            self.backup.setText(self.tr("No backup yet"))
            self.backup_icon.show_icon(Icon.WARN, "warn_text")
            return
        age = self._clock.now() - moment
        is_stale = age.days >= STALE_DAYS
        self.backup.setText(self.tr("Last backup: {moment}").format(moment=moment_words(moment)))
        self.backup_icon.show_icon(
            Icon.WARN if is_stale else Icon.BACKUP, "warn_text" if is_stale else "muted"
        )

    def show_keeping(self, standing: BackupStanding) -> None:
        """Say how the last backup, the second places and the monthly test stand."""
        self.show_backup(standing.last)
        if standing.drill.urgency is Urgency.LATE:
            self._show_care(self.tr("Test the backup: overdue"), Tone.DANGER)
        elif behind := [each for each in standing.places if not each.is_current]:
            self._show_care("、".join(map(self._place_words, behind)), Tone.WARN)
        elif standing.drill.urgency is Urgency.DUE:
            self._show_care(self.tr("Test the backup: due"), Tone.WARN)
        else:
            names = "、".join(each.place.name for each in standing.places)
            self._show_care(names and self.tr("Also on {names}").format(names=names), Tone.NEUTRAL)

    def _place_words(self, standing: PlaceStanding) -> str:
        place = standing.place
        words = self.tr("{name} is full") if place.trouble == FULL else self.tr("{name} is behind")
        if not standing.is_there:
            words = self.tr("{name} is missing")
        if place.last is not None:
            words = self.tr("{state} since {moment}").format(
                state=words, moment=moment_words(place.last)
            )
        return words.format(name=place.name)

    def _show_care(self, words: str, tone: Tone) -> None:
        self.care.setText(words)
        signs = {Tone.WARN: (Icon.WARN, "warn_text"), Tone.DANGER: (Icon.DANGER, "danger_text")}
        self.care_icon.show_icon(*signs.get(tone, (Icon.STICK, "muted")))
        for widget in (self.care, self.care_icon):
            widget.setVisible(bool(words))

    def show_exchange(self, counts: tuple[int, int, int, int] | None) -> None:
        """Say what is unsent, unconfirmed, waiting and to be reviewed; ``None`` hides it."""
        for widget in (self.exchange_icon, self.exchange):
            widget.setVisible(counts is not None)
        if counts is None:
            return
        sentences = (
            self.tr("Not sent: {count}"),
            self.tr("No receipt yet: {count}"),
            self.tr("Waiting: {count}"),
            self.tr("To review: {count}"),
        )
        told = [
            words.format(count=f"{count:,}")
            for words, count in zip(sentences, counts, strict=True)
            if count
        ]
        self.exchange.setText(" · ".join(told) or self.tr("Everything has arrived"))
        self.exchange_icon.show_icon(
            Icon.WARN if counts[-1] else Icon.EXCHANGE, "warn_text" if told else "muted"
        )

    def _list_notices(self) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        listed = QListWidget(menu)
        listed.setFixedSize(LIST_WIDTH, LIST_HEIGHT)
        listed.setWordWrap(True)
        listed.setAccessibleName(self.tr("Notices"))
        listed.addItems([self._line(said) for said in reversed(self._notices.kept)])
        if not self._notices.kept:
            listed.addItem(self.tr("Nothing has been said yet."))
        action = QWidgetAction(menu)
        action.setDefaultWidget(listed)
        menu.addAction(action)
        menu.popup(self.said.mapToGlobal(self.said.rect().topLeft()))

    @staticmethod
    def _line(said: Said) -> str:
        return f"{said.at.astimezone():%H:%M}   {said.text}"
