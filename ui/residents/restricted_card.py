"""The card of restricted tags: for their officers, shown when asked for, soon hidden again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from ui.kit.icons import Icon
from ui.kit.jobs import Lane
from ui.kit.masked import SHOWN_MS
from ui.kit.words import Role, label
from ui.residents.facts import DOT, FileCard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QHideEvent

    from station_app.bootstrap import Station
    from station_app.domain.residents.people import ResidentId
    from station_app.domain.residents.tags import Tag
    from ui.kit.room import RoomContext
    from ui.residents.actions import PersonActions
    from ui.residents.words import Words


class RestrictedCard(FileCard):
    """Says nothing of whether there are any until it is asked; the asking is logged."""

    def __init__(
        self,
        station: Station,
        context: RoomContext,
        acts: PersonActions,
        words: Words,
        resident: ResidentId,
    ) -> None:
        super().__init__("")
        self.title.setText(self.tr("Restricted tags"))
        self.title.show()
        self._station, self._context, self._words = station, context, words
        self._resident = resident
        self.show_button = self.add_button(
            Icon.SHOW, self.tr("Show for 30 seconds (logged)"), self.ask
        )
        self.add_button(
            Icon.EDIT, self.tr("Change restricted tags… (logged)"), acts.correct_restricted
        )
        self.told = label("", Role.MUTED, wrap=True, parent=self)
        self.body.addWidget(self.told)
        self._over = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._over.timeout.connect(self.hide_tags)
        self.hide_tags()

    def ask(self) -> None:
        """Show them, or hide them again."""
        if self._over.isActive():
            self.hide_tags()
            return
        service, key = self._station.restricted_tags, self._resident
        self._context.jobs.start(
            lambda _: service.of(key), owner=self, done=self._show, lane=Lane.WRITE
        )

    def hide_tags(self) -> None:
        """Say nothing of them."""
        self._over.stop()
        self.told.setText(self.tr("Only for the officers named for them."))
        self.show_button.show_icon(Icon.SHOW, self.tr("Show for 30 seconds (logged)"))

    def hideEvent(self, event: QHideEvent) -> None:
        """Hide them with the page."""
        super().hideEvent(event)
        self.hide_tags()

    def _show(self, tags: Sequence[Tag]) -> None:
        if self.isVisible():
            self.told.setText("\n".join(map(self._worded, tags)) or self.tr("None."))
            self.show_button.show_icon(Icon.HIDE, self.tr("Hide"))
            self._over.start()

    def _worded(self, tag: Tag) -> str:
        period = self._words.period(tag.since, tag.until)
        name = self._words.name_of("tag", tag.code)
        return DOT.join(filter(None, (name, tag.level, period, tag.source, tag.note)))
