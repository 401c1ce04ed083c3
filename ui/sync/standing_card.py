"""How it stands with each device, in numbers and words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.buttons import Button, Kind
from ui.kit.moments import moment_words
from ui.kit.surfaces import Card, FlowLayout
from ui.kit.tokens import Space, Tone
from ui.kit.words import Pill, Role, label
from ui.sync.parts import Figure
from ui.sync.words import KINDS, STATE_TONES, STATES, TROUBLES, counted, worded

if TYPE_CHECKING:
    from station_app.services.sync.standing import DeviceStanding, Standing


class StandingCard(Card):
    """Four numbers for the whole, and a line for each device.

    What was written is not done: it has no receipt until the other's file brings one.
    """

    review_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.title.setText(self.tr("How it stands"))
        self.title.show()
        self.review = Button(self.tr("Review…"), kind=Kind.LINK, parent=self)
        self.review.on_click(self.review_asked.emit)
        self.review.hide()
        self.head.addWidget(self.review)
        self.unsent = Figure(self.tr("not sent yet"), Tone.WARN, self)
        self.unconfirmed = Figure(self.tr("sent, no receipt yet"), Tone.WARN, self)
        self.waiting = Figure(self.tr("waiting for others"), Tone.INFO, self)
        self.conflicts = Figure(self.tr("to review"), Tone.DANGER, self)
        figures = QHBoxLayout()
        figures.setSpacing(Space.XL)
        for figure in (self.unsent, self.unconfirmed, self.waiting, self.conflicts):
            figures.addWidget(figure)
        figures.addStretch(1)
        self.body.addLayout(figures)
        self._lines: QWidget | None = None

    def show_standing(self, standing: Standing) -> None:
        """Show how it stands now."""
        for figure, count in (
            (self.unsent, standing.unsent),
            (self.unconfirmed, standing.unconfirmed),
            (self.waiting, standing.waiting),
        ):
            figure.show_count(counted(count), is_open=count > 0)
        if self._lines is not None:
            self._lines.hide()
            self._lines.deleteLater()
        self._lines = QWidget(self)
        grid = QGridLayout(self._lines)
        grid.setContentsMargins(0, Space.S, 0, 0)
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.S)
        grid.setColumnStretch(1, 1)
        for row, each in enumerate(standing.devices):
            self._add(grid, row, each, self._lines)
        self.body.addWidget(self._lines)

    def show_conflicts(self, count: int) -> None:
        """Say how many conflicts are open, and lead to them."""
        self.conflicts.show_count(counted(count), is_open=count > 0)
        self.review.setVisible(count > 0)

    def _add(self, grid: QGridLayout, row: int, each: DeviceStanding, parent: QWidget) -> None:
        name = QWidget(parent)
        words = QVBoxLayout(name)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        first = QHBoxLayout()
        first.setSpacing(Space.S)
        first.addWidget(label(each.device.name, Role.STRONG, parent=name))
        first.addWidget(label(worded(KINDS, each.device.kind), Role.CAPTION, parent=name))
        first.addStretch(1)
        words.addLayout(first)
        words.addWidget(label(self._last(each), Role.CAPTION, parent=name))
        grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        pills = QWidget(parent)
        flow = FlowLayout(pills, gap=Space.XS)
        for text, tone in self._states(each):
            flow.addWidget(Pill(text, tone, parent=pills))
        grid.addWidget(pills, row, 1)

    def _states(self, each: DeviceStanding) -> list[tuple[str, Tone]]:
        found = []
        if each.device.state in STATES and STATE_TONES[each.device.state] is not Tone.OK:
            found.append((worded(STATES, each.device.state), STATE_TONES[each.device.state]))
        else:
            found += [(worded(TROUBLES, trouble), Tone.WARN) for trouble in sorted(each.troubles)]
        if each.unsent:
            words = self.tr("{count} not sent")
            found.append((words.format(count=counted(each.unsent)), Tone.WARN))
        if each.unconfirmed:
            words = self.tr("{count} without receipt")
            found.append((words.format(count=counted(each.unconfirmed)), Tone.WARN))
        if not found:
            found.append((self.tr("everything has arrived"), Tone.OK))
        return found

    def _last(self, each: DeviceStanding) -> str:
        if each.got_at is None:
            return self.tr("no file of it has come yet")
        words = self.tr("last file from it: {number}, {moment}")
        return words.format(number=each.got, moment=moment_words(each.got_at))
