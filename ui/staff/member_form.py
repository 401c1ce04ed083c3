"""The form over one of the staff: particulars, roles, grids, desks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from station_app.domain.access.roles import Role
from station_app.domain.access.staff import StaffDraft
from ui.kit.fields import DateField, Field, NotesField, TextField
from ui.kit.form import RecordForm
from ui.kit.surfaces import Banner
from ui.kit.tokens import Space, Tone
from ui.kit.words import Role as Look
from ui.kit.words import label
from ui.staff.words import DUTIES, ROLES, worded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from station_app.domain.errors import Problem

CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked
LIST_HEIGHT = 112
INDENT = 24
APART = frozenset({Role.ADMINISTRATOR, Role.AUDITOR})


class RolesField(Field[frozenset[Role]]):
    """A box for each role, with a plain sentence of what it lets one do."""

    def __init__(self, title: str) -> None:
        inside = QWidget()
        super().__init__(title, inside)
        self.boxes: dict[Role, QCheckBox] = {}
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for role in Role:
            box = self.boxes[role] = QCheckBox(worded(ROLES, role), inside)
            duty = label(worded(DUTIES, role), Look.CAPTION, wrap=True, parent=inside)
            duty.setContentsMargins(INDENT, 0, 0, Space.S)
            box.setAccessibleDescription(duty.text())
            column.addWidget(box)
            column.addWidget(duty)
            box.toggled.connect(lambda _: self._tell())
        self.apart = Banner(
            self.tr(
                "Whoever administers would look over his own shoulder. The rules of protection"
                " (等保2.0) want another person to audit."
            ),
            Tone.WARN,
            inside,
        )
        self.apart.hide()
        column.addWidget(self.apart)
        inside.setFocusProxy(self.boxes[Role.CLERK])

    def value(self) -> frozenset[Role]:
        """Return the roles that are ticked."""
        return frozenset(role for role, box in self.boxes.items() if box.isChecked())

    def set_value(self, value: frozenset[Role]) -> None:
        """Tick *value*."""
        for role, box in self.boxes.items():
            box.setChecked(role in value)

    def _tell(self) -> None:
        self.apart.setVisible(self.value() >= APART)
        self.changed.emit()
        self.finished.emit()


class GridsField(Field[tuple[str, ...]]):
    """The grids somebody works in; Space ticks one."""

    def __init__(self, title: str) -> None:
        self.list = QListWidget()
        super().__init__(title, self.list)
        self.list.setFixedHeight(LIST_HEIGHT)
        self._kept: tuple[str, ...] = ()
        self.list.itemChanged.connect(lambda _: self.changed.emit())
        self.set_hint(self.tr("Draw grids first, under Residents."))

    def offer(self, grids: Mapping[str, str]) -> None:
        """Offer *grids*, names by key; what was ticked stays so."""
        ticked = self.value()
        self.list.blockSignals(True)
        self.list.clear()
        for key, name in grids.items():
            item = QListWidgetItem(name)
            item.setData(Qt.ItemDataRole.UserRole, key)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self.list.setVisible(bool(grids))
        self.set_hint("" if grids else self.tr("Draw grids first, under Residents."))
        self.set_value(ticked)

    def value(self) -> tuple[str, ...]:
        """Return the keys that are ticked, and those kept that are not offered."""
        offered = {str(item.data(Qt.ItemDataRole.UserRole)): item for item in self._items()}
        away = tuple(key for key in self._kept if key not in offered)
        return (*away, *(key for key, item in offered.items() if item.checkState() is CHECKED))

    def set_value(self, value: tuple[str, ...]) -> None:
        """Tick *value*."""
        self._kept = value
        self.list.blockSignals(True)
        for item in self._items():
            is_ticked = item.data(Qt.ItemDataRole.UserRole) in value
            item.setCheckState(CHECKED if is_ticked else UNCHECKED)
        self.list.blockSignals(False)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]


class MemberForm(RecordForm[StaffDraft]):
    """Reads and fills; judging is the service's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        section = self.add_section("", columns=2)
        self.name = self.add_field(section, "name", TextField(self.tr("Name"), required=True))
        self.post = self.add_field(
            section, "post", TextField(self.tr("Post"), placeholder="低保专干")
        )
        self.qualification = self.add_field(
            section,
            "qualification",
            TextField(self.tr("Qualification"), placeholder="助理社会工作师"),
        )
        self.qualified_until = self.add_field(
            section, "qualified_until", DateField(self.tr("Qualified until"))
        )
        self.phone = self.add_field(section, "phone", TextField(self.tr("Telephone")))
        self.until = self.add_field(section, "until", DateField(self.tr("Engaged until")))
        roles = self.add_section(self.tr("Roles"), columns=1)
        self.roles = self.add_field(roles, "roles", RolesField(self.tr("What is his part?")))
        places = self.add_section(self.tr("Where he works"), columns=1)
        self.grids = self.add_field(places, "grids", GridsField(self.tr("Grids")))
        self.desks = self.add_field(
            places, "desks", NotesField(self.tr("Desks, one in each line"), lines=2)
        )

    def draft(self) -> StaffDraft:
        """Return what is in the fields now."""
        desks = (line.strip() for line in self.desks.value().splitlines())
        return StaffDraft(
            name=self.name.value(),
            post=self.post.value(),
            qualification=self.qualification.value(),
            qualified_until=self.qualified_until.value(),
            until=self.until.value(),
            phone=self.phone.value(),
            roles=self.roles.value(),
            grids=self.grids.value(),
            desks=tuple(filter(None, desks)),
        )

    def fill(self, draft: StaffDraft) -> None:
        """Put *draft* into the fields."""
        for name in ("name", "post", "qualification", "qualified_until", "until", "phone"):
            getattr(self, name).set_value(getattr(draft, name))
        self.roles.set_value(draft.roles)
        self.grids.set_value(draft.grids)
        self.desks.set_value("\n".join(draft.desks))

    def wording(self, problem: Problem) -> str:
        """Return the sentence for *problem*."""
        sentences = {
            "missing": self.tr("This is needed."),
            "roles:missing": self.tr("Tick one role at least."),
            "name-taken": self.tr("Somebody of this name works here already. Add a mark, as A."),
            "too-long": self.tr("At most {length} characters."),
        }
        words = sentences.get(f"{problem.field}:{problem.code}") or sentences[problem.code]
        return words.format(**problem.facts)
