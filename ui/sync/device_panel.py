"""Beside the devices: one of them, what it may hold and until when, and what may happen to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from station_app.domain.sync.devices import (
    NEXT_STATE,
    Device,
    DeviceEvent,
    DeviceKind,
    DeviceState,
    ScopeKind,
)
from ui.kit.buttons import Button
from ui.kit.fields import DateField
from ui.kit.icons import Icon
from ui.kit.surfaces import FlowLayout, Scroll, SidePanel
from ui.kit.tokens import Space
from ui.kit.words import Pill, Role, label
from ui.sync.device_columns import badges_of
from ui.sync.scope_field import ScopeField
from ui.sync.words import KINDS, scope_words, worded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from station_app.services.sync.standing import DeviceStanding

NARROWEST = 360


class DevicePanel(SidePanel):
    """Asks for what may be done; who carries it out is the view."""

    event_asked = Signal(object, object)  # Device, DeviceEvent
    scope_asked = Signal(object, object)  # Device, Scope
    day_asked = Signal(object, object)  # Device, date or None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(NARROWEST)
        self.device: Device | None = None
        self.holds = label("", wrap=True, parent=self)
        self.scope = ScopeField(self)
        self.keep_scope = Button(self.tr("Let it hold these grids"), parent=self)
        self.day = DateField(self.tr("Back by (for a copy that is lent out)"))
        self.keep_day = Button(self.tr("Keep this day"), parent=self)
        self.acts = {
            DeviceEvent.SUSPEND: Button(self.tr("Suspend"), meaning=Icon.STOP),
            DeviceEvent.RESUME: Button(self.tr("Take into use again"), meaning=Icon.RESTORE),
            DeviceEvent.LOSE: Button(self.tr("It is lost…"), meaning=Icon.WARN),
            DeviceEvent.RETIRE: Button(self.tr("Out of use…"), meaning=Icon.ARCHIVE),
        }
        self._lay_out()
        self.scope.changed.connect(self._judge)
        self.day.changed.connect(self._judge)
        self.keep_scope.on_click(lambda: self.scope_asked.emit(self.device, self.scope.scope()))
        self.keep_day.on_click(lambda: self.day_asked.emit(self.device, self.day.value()))
        for event, button in self.acts.items():
            button.clicked.connect(
                lambda _checked, event=event: self.event_asked.emit(self.device, event)
            )

    def show_device(self, line: DeviceStanding, grids: Mapping[str, str]) -> None:
        """Show *line*; *grids* are names by key."""
        device = line.device
        is_same = self.device is not None and self.device.id == device.id
        self.device = device
        self.show_heading(device.name, worded(KINDS, device.kind))
        self.pills.clear()
        for badge in badges_of(line):
            self.pills.addWidget(Pill(badge.text, badge.tone, parent=self))
        self.holds.setText(
            self.tr("Holds: {scope}").format(scope=scope_words(device.scope, grids))
        )
        self.scope.offer(grids)
        self._take(device, is_same=is_same)
        self._show_what_fits(device)
        self._judge()

    def _take(self, device: Device, *, is_same: bool) -> None:
        # what is being chosen must not be wiped out by a count that has changed
        if not is_same or not self.keep_scope.isEnabled():
            self.scope.take(device.scope)
        if not is_same or not self.keep_day.isEnabled():
            self.day.set_value(device.expires_on)

    def _show_what_fits(self, device: Device) -> None:
        """Show what may be changed about a device of this kind that stands so."""
        is_ours = device.kind is not DeviceKind.STATION
        is_active = device.state is DeviceState.ACTIVE and is_ours
        is_partial = is_active and device.scope.kind is ScopeKind.GRIDS
        for widget in (self.scope, self.keep_scope):
            widget.setVisible(is_partial)
        self.scope.kinds.hide()
        self.holds.setVisible(not is_partial)
        has_day = is_active and device.kind is not DeviceKind.HUB
        for part in (self.day, self.keep_day):
            part.setVisible(has_day)
        for event, button in self.acts.items():
            button.setVisible(is_ours and NEXT_STATE[device.state, event] is not None)

    def _judge(self) -> None:
        if self.device is None:
            return
        same = self.tr("Nothing has been changed")
        chosen = self.scope.scope()
        reason = same if chosen.grids == self.device.scope.grids else ""
        self.keep_scope.refuse(reason if chosen.grids else self.tr("Tick a grid first."))
        is_same_day = self.day.value() == self.device.expires_on
        # a day that cannot be read would else be kept as none at all
        self.keep_day.refuse(self.day.unreadable() or (same if is_same_day else ""))

    def _lay_out(self) -> None:
        page = Scroll(self, margin=Space.L)
        page.body.setSpacing(Space.M)
        for widget in (self.holds, self.scope, self.keep_scope, self.day, self.keep_day):
            page.body.addWidget(widget)
        page.body.addWidget(label(self.tr("What happened to it"), Role.FIELD, parent=self))
        acts = QWidget(self)
        flow = FlowLayout(acts)
        for button in self.acts.values():
            flow.addWidget(button)
        page.body.addWidget(acts)
        self.body.addWidget(page)


def is_for_ever(event: DeviceEvent) -> bool:
    """Whether *event* cannot be undone, so that it is asked once before."""
    return event in {DeviceEvent.LOSE, DeviceEvent.RETIRE}
