"""What entries are looked for: whose data, by whom, on which device, when, what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from station_app.domain.audit.entries import ActKind, AuditFilter
from ui.audit.days_chip import ANY, DaysChip, days_text
from ui.audit.person_field import PersonField
from ui.audit.words import kind_words
from ui.kit.buttons import Button, Choice, Kind
from ui.kit.filter_chip import FilterChip
from ui.kit.surfaces import FlowLayout

if TYPE_CHECKING:
    from station_app.bootstrap import Station
    from station_app.domain.audit.entries import Offered
    from station_app.services.audit.telling import Teller
    from ui.kit.room import RoomContext


class FilterBar(QWidget):
    """Chips in a row, the person first."""

    changed = Signal()

    def __init__(self, station: Station, context: RoomContext, teller: Teller) -> None:
        super().__init__()
        self._teller = teller
        self.person = PersonField(station.audit, context, self)
        self.kinds = FilterChip(self.tr("Kind"), self)
        self.acts = FilterChip(self.tr("What"), self)
        self.staff = FilterChip(self.tr("Who"), self)
        self.devices = FilterChip(self.tr("Device"), self)
        self.days = DaysChip(context.clock, self)
        self.clear = Button(self.tr("Clear all"), kind=Kind.LINK, parent=self)
        self.kinds.set_choices([Choice(kind, kind_words(kind)) for kind in ActKind])
        row = FlowLayout(self)
        for widget in (self.person, self.days, self.kinds, self.acts, self.staff, self.devices):
            row.addWidget(widget)
        row.addWidget(self.clear)
        self._chips = (self.kinds, self.acts, self.staff, self.devices)
        for chip in (*self._chips, self.days):
            chip.changed.connect(self._tell)
        self.person.taken.connect(lambda _: self._tell())
        self.clear.on_click(self.take_all)
        self._judge()

    def offer(self, offered: Offered) -> None:
        """Offer who has signed and what was done."""
        acts = [Choice(act, self._teller.act(act)) for act in offered.acts]
        self.acts.set_choices(sorted(acts, key=lambda choice: choice.text))
        self.staff.set_choices([Choice(name, name) for name in offered.staff])
        self.devices.set_choices([Choice(name, name) for name in offered.devices])

    def value(self) -> AuditFilter:
        """Return what is looked for."""
        since, until = self.days.value()
        return AuditFilter(
            person=self.person.key(),
            staff=self.staff.value(),
            devices=self.devices.value(),
            acts=self.acts.value(),
            kinds=tuple(ActKind(code) for code in self.kinds.value()),
            since=since,
            until=until,
        )

    def words(self) -> str:
        """Return what is looked for in words, for what is given out; empty for everything."""
        parts = [self.person.text()] if self.person.key() else []
        parts += [chip.text() for chip in self._chips if chip.value()]
        parts += [days_text(self.days.value())] if self.days.value() != ANY else []
        return "；".join(parts)

    def take_person(self, key: str, name: str) -> None:
        """Look for entries about somebody, whatever was looked for before."""
        self._reset()
        self.person.show_person(key, name)
        self._tell()

    def take_acts(self, acts: tuple[str, ...]) -> None:
        """Look for some acts, whatever was looked for before."""
        self._reset()
        self.acts.set_value(acts)
        self._tell()

    def take_all(self) -> None:
        """Look for everything."""
        self._reset()
        self._tell()

    def _reset(self) -> None:
        self.person.show_person("", "")
        for chip in self._chips:
            chip.set_value(())
        self.days.set_value(ANY)

    def _tell(self) -> None:
        self._judge()
        self.changed.emit()

    def _judge(self) -> None:
        self.clear.setVisible(not self.value().is_open())
