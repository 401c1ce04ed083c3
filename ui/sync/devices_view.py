"""The devices (设备) this computer exchanges with, and what may be done with each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from station_app.domain.access.permissions import Permission
from station_app.domain.sync.devices import DeviceEvent, DeviceKind
from station_app.domain.sync.enrolment import REQUEST_EXTENSION
from ui.kit.buttons import Kind
from ui.kit.dialogs import confirm
from ui.kit.empty_state import EmptyState
from ui.kit.held_lines import HeldLines
from ui.kit.icons import Icon
from ui.kit.lazy_table import LazyTableModel
from ui.kit.surfaces import Toolbar
from ui.kit.table_view import TableView
from ui.kit.tokens import Space
from ui.sync.device_columns import DeviceColumns
from ui.sync.device_panel import DevicePanel, is_for_ever
from ui.sync.enrol_panel import EnrolPanel
from ui.sync.own_panel import OwnPanel

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date
    from pathlib import Path

    from station_app.bootstrap import Station
    from station_app.domain.changes import Done
    from station_app.domain.sync.devices import Device, Scope
    from station_app.services.sync.standing import DeviceStanding, Standing
    from ui.kit.room import RoomContext


class DevicesView(QWidget):
    """A table of devices; at the right one of them, a new one, or this computer."""

    def __init__(self, station: Station, context: RoomContext) -> None:
        super().__init__()
        self._station, self._context = station, context
        self._service = station.devices
        self._standing: Standing | None = None
        self._grids: Mapping[str, str] = {}
        self._source: HeldLines[str, DeviceStanding] = HeldLines()
        self._columns = DeviceColumns(self)
        self.model = LazyTableModel(self._source, self._columns.all(), parent=self)
        self.table = TableView(self.model, name="devices", jobs=context.jobs)
        self.table.setAccessibleName(self.tr("Devices"))
        self.empty = EmptyState(
            Icon.COMPUTER,
            self.tr("No device takes part yet"),
            self.tr(
                "On the station's computer let laptops and desks take part. On a new laptop choose"
                " “This computer” and let it ask its station."
            ),
        )
        self.table.set_empty_state(self.empty)
        self.device_panel = DevicePanel(self)
        self.enrol_panel = EnrolPanel(self._service, context, self)
        self.own_panel = OwnPanel(self._service, context, self)
        self.side = QStackedWidget(self)
        bar = self._bar = Toolbar(self)
        self.enrol = bar.add_button(
            self.tr("Let a device take part"),
            self.show_enrolment,
            meaning=Icon.ADD,
            kind=Kind.PRIMARY,
            keys="Ctrl+N",
        )
        self.own = bar.add_button(self.tr("This computer"), self.show_own, meaning=Icon.COMPUTER)
        self._lay_out()
        self._connect()
        self._bind()

    def arrive(self) -> None:
        """Fetch the names of grids, the cursor on the first thing to do."""
        if self._context.gate.allows(Permission.PLACE_READ):
            self._context.jobs.start(
                lambda _: self._station.places.grids(),
                owner=self,
                done=lambda grids: self._show_grids(
                    {grid.id: grid.particulars.name for grid in grids}
                ),
            )
        if self.model.rowCount():
            self.table.setFocus()
        else:
            (self.enrol if self.enrol.isEnabled() else self.own).setFocus()

    def show_standing(self, standing: Standing) -> None:
        """Show the devices as they stand."""
        self._standing = standing
        self._source.held = {each.device.id: each for each in standing.devices}
        self.model.show_keys(tuple(self._source.held), self._source.held)
        is_station = standing.own.kind is DeviceKind.STATION
        self.enrol.refuse("" if is_station else self.tr("The station's computer does that."))
        if self.device_panel.device is not None:
            self._show_current(self.device_panel.device.id)
        self.own_panel.show_standing(standing, self._grids)

    def show_enrolment(self) -> None:
        """Let a device take part."""
        self.enrol_panel.begin()
        self._bring(self.enrol_panel)
        self.enrol_panel.choose.setFocus()

    def show_own(self) -> None:
        """Show what this computer is."""
        self._bring(self.own_panel)
        self.own_panel.name.setFocus()

    def read_letter(self, path: Path) -> None:
        """Read a request or a permission, as when it was dropped."""
        if path.suffix.lower() == REQUEST_EXTENSION:
            self._bring(self.enrol_panel)
            self.enrol_panel.read(path)
        else:
            self._bring(self.own_panel)
            self.own_panel.read_grant(path)

    def carry_out(self, device: Device, event: DeviceEvent) -> None:
        """Do what happened to *device*; what is for ever is asked once."""
        acts: dict[DeviceEvent, tuple[Callable[[str], Done[Device]], str]] = {
            DeviceEvent.SUSPEND: (self._service.suspend, self.tr("{name} is suspended")),
            DeviceEvent.RESUME: (self._service.resume, self.tr("{name} is in use again")),
            DeviceEvent.LOSE: (self._service.lose, self.tr("{name} is lost")),
            DeviceEvent.RETIRE: (self._service.retire, self.tr("{name} is out of use")),
        }
        if is_for_ever(event) and not self._confirm(device, event):
            return
        act, words = acts[event]
        self._perform(lambda: act(device.id), words.format(name=device.name))

    def _confirm(self, device: Device, event: DeviceEvent) -> bool:
        if event is DeviceEvent.LOSE:
            text = self.tr(
                "No file of it is taken in any more, on any computer of the station. Found again,"
                " it has to be let in anew."
            )
            action = self.tr("It is lost")
        else:
            text = self.tr(
                "Take its last file in before. No file of it is taken in any more, and none is"
                " written for it."
            )
            action = self.tr("Out of use")
        title = self.tr("{name}: this cannot be undone").format(name=device.name)
        return confirm(self, title=title, text=text, action=action)

    def _change_scope(self, device: Device, scope: Scope) -> None:
        words = self.tr("{name} holds other grids with its next file")
        self._perform(
            lambda: self._service.change_scope(device.id, scope), words.format(name=device.name)
        )

    def _change_day(self, device: Device, day: date | None) -> None:
        words = self.tr("{name} is to be back by {day}")
        if day is None:
            words = self.tr("{name} stays without a day")
        told = words.format(name=device.name, day="" if day is None else day.isoformat())
        self._perform(lambda: self._service.extend(device.id, day), told)

    def _perform(self, work: Callable[[], Done[Device]], told: str) -> None:
        self._context.operations.perform(lambda _: work(), owner=self, label=told)

    def _show_grids(self, grids: Mapping[str, str]) -> None:
        self._grids = self._columns.grids = grids
        self.enrol_panel.offer(grids)
        self.model.forget_lines()
        if self._standing is not None:
            self.show_standing(self._standing)

    def _show_current(self, key: object) -> None:
        line = self._source.held.get(str(key))
        if line is not None:
            self.device_panel.show_device(line, self._grids)
        elif key is not None and self.side.currentWidget() is self.device_panel:
            self.side.hide()

    def _take(self, key: object) -> None:
        if key is not None:
            self._show_current(key)
            self._bring(self.device_panel)

    def _bring(self, panel: QWidget) -> None:
        self.side.setCurrentWidget(panel)
        self.side.setFixedWidth(panel.minimumWidth())
        self.side.show()

    def _lay_out(self) -> None:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.M)
        self._bar.add_stretch()
        column.addWidget(self._bar)
        column.addWidget(self.table, 1)
        for panel in (self.device_panel, self.enrol_panel, self.own_panel):
            self.side.addWidget(panel)
            panel.closed.connect(self.side.hide)
        self.side.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left, 1)
        row.addWidget(self.side)

    def _bind(self) -> None:
        """Let devices be managed only by whoever may."""
        enrolling, own, device = self.enrol_panel, self.own_panel, self.device_panel
        self._context.gate.bind(
            Permission.DEVICE_MANAGE,
            self.enrol,
            *(enrolling.choose, enrolling.grant),
            *(own.name.line, own.rename, own.request, own.accept, own.wipe),
            *(device.scope, device.keep_scope, device.day, device.keep_day),
            *device.acts.values(),
        )

    def _connect(self) -> None:
        self.table.current_key_changed.connect(self._show_current)
        self.table.opened.connect(self._take)
        self.table.clicked.connect(lambda _: self._take(self.table.current_key()))
        self.device_panel.event_asked.connect(self.carry_out)
        self.device_panel.scope_asked.connect(self._change_scope)
        self.device_panel.day_asked.connect(self._change_day)
