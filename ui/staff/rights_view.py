"""Who may do what: every right in a clerk's words, and the roles that have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from station_app.domain.access.roles import Role
from ui.kit.icons import Icon, IconLabel
from ui.kit.surfaces import Card, Scroll
from ui.kit.tokens import Space
from ui.kit.words import Role as Look
from ui.kit.words import label
from ui.staff.words import DUTIES, GROUPS, RIGHTS, ROLES, said, worded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from station_app.domain.access.permissions import Permission
    from station_app.domain.access.roles import RoleRules

WIDTH = 980
ROLE_WIDTH = 104


class RightsView(QWidget):
    """A table read from the rules themselves; nothing can be changed here."""

    def __init__(self, rules: RoleRules) -> None:
        super().__init__()
        self._rules = rules
        page = self._page = Scroll(self, margin=Space.L, width=WIDTH, is_centred=False)
        page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        page.body.addWidget(self._roles())
        for title, rights in GROUPS.items():
            page.body.addWidget(self._group(said(title), rights))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)

    def arrive(self) -> None:
        """Let the arrow keys turn the page."""
        self._page.setFocus()

    def _roles(self) -> Card:
        card = Card(self.tr("The roles"))
        for role in Role:
            card.body.addWidget(label(worded(ROLES, role), Look.STRONG, parent=card))
            card.body.addWidget(label(worded(DUTIES, role), Look.MUTED, wrap=True, parent=card))
        words = self.tr(
            "Whoever has several roles may do what each allows. Business, administration and audit"
            " are meant to lie with different people (等保2.0)."
        )
        card.body.addWidget(label(words, Look.CAPTION, wrap=True, parent=card))
        return card

    def _group(self, title: str, rights: Iterable[Permission]) -> Card:
        card = Card(title)
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.S)
        grid.setVerticalSpacing(Space.S)
        grid.setColumnStretch(0, 1)
        middle = Qt.AlignmentFlag.AlignHCenter
        for at, role in enumerate(Role, start=1):
            grid.setColumnMinimumWidth(at, ROLE_WIDTH)
            heading = label(worded(ROLES, role), Look.CAPTION, parent=card)
            grid.addWidget(heading, 0, at, middle)
        for row, right in enumerate(rights, start=1):
            words = worded(RIGHTS, right)
            grid.addWidget(label(words, wrap=True, parent=card), row, 0)
            having = self._rules.roles_with(right)
            for at, role in enumerate(Role, start=1):
                grid.addWidget(self._sign(role in having, card), row, at, middle)
        card.body.addLayout(grid)
        return card

    def _sign(self, is_given: bool, parent: QWidget) -> QWidget:  # noqa: FBT001 - one plain claim
        if not is_given:
            return label("–", Look.MUTED, parent=parent)
        sign = IconLabel(Icon.CHECK, color="ok_text", parent=parent)
        sign.setAccessibleName(self.tr("yes"))
        return sign
