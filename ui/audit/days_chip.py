"""The filter by day: the usual spans, or days of one's own."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.kit.buttons import Button, Kind
from ui.kit.fields import DateField
from ui.kit.popup_chip import ChipPopup, PopupChip
from ui.kit.tokens import Space

if TYPE_CHECKING:
    from station_app.domain.clock import Clock

Days = tuple["date | None", "date | None"]
ANY: Days = (None, None)
WIDTH = 240


class DaysChip(PopupChip["_DaysPopup", Days]):
    """A span of local days, both included."""

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(ANY, parent)
        self._clock = clock
        self._show_state()

    def set_value(self, days: Days) -> None:
        """Take *days*, silently."""
        self._taken = days
        self._show_state()

    def _made_popup(self) -> _DaysPopup:
        return _DaysPopup(self, self._clock.today(), self._taken)

    def _show_state(self) -> None:
        is_chosen = self._taken != ANY
        title = self.tr("Days")
        self._say(
            f"{title}: {days_text(self._taken)}" if is_chosen else title, is_active=is_chosen
        )


class _DaysPopup(ChipPopup):
    """The open list: a span at a click, or days of one's own."""

    def __init__(self, parent: QWidget, today: date, taken: Days) -> None:
        super().__init__(parent, width=WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        column.setSpacing(Space.XS)
        self.spans: list[QPushButton] = []
        for text, days in self._usual(today):
            column.addWidget(self._span(text, days, is_taken=days == taken))
        self.since, self.until = DateField(self.tr("From")), DateField(self.tr("To"))
        for field, day in zip((self.since, self.until), taken, strict=True):
            field.set_value(day)
            column.addWidget(field)
        row = QHBoxLayout()
        clear = Button(self.tr("Clear"), kind=Kind.QUIET, parent=self)
        clear.on_click(lambda: self._leave_with(ANY))
        self.show_own = Button(self.tr("Show these days"), parent=self)
        self.show_own.on_click(self._take_own)
        row.addWidget(clear)
        row.addStretch(1)
        row.addWidget(self.show_own)
        column.addLayout(row)
        self.spans[0].setFocus()

    def _usual(self, today: date) -> list[tuple[str, Days]]:
        return [
            (self.tr("Today"), (today, today)),
            (self.tr("Yesterday"), (today - timedelta(days=1), today - timedelta(days=1))),
            (self.tr("The last 7 days"), (today - timedelta(days=6), today)),
            (self.tr("This month"), (today.replace(day=1), today)),
            (self.tr("This year"), (today.replace(month=1, day=1), today)),
        ]

    def _span(self, text: str, days: Days, *, is_taken: bool) -> QPushButton:
        # an em space is as wide as the tick, so the words stay in line
        button = QPushButton(("✓ " if is_taken else "\u2003") + text, self)
        button.setProperty("kind", "row")
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked: self._leave_with(days))
        self.spans.append(button)
        return button

    def _take_own(self) -> None:
        for field in (self.since, self.until):
            field.set_problem(field.unreadable())
            if field.unreadable():
                return
        since, until = self.since.value(), self.until.value()
        if since and until and since > until:
            since, until = until, since
        self._leave_with((since, until))

    def _leave_with(self, days: Days) -> None:
        self.taken.emit(days)
        self.close()


def days_text(days: Days) -> str:
    """Return a span as it is written; one day stands alone."""
    since, until = days
    if since == until and since is not None:
        return since.isoformat()
    return f"{since.isoformat() if since else ''} – {until.isoformat() if until else ''}".strip()
