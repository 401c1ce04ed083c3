"""One case beside the queue: what comes next, what was brought, what is known, what happened."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer, Signal

from station_app.domain.access.permissions import Permission
from station_app.domain.counter.case_clock import Urgency
from station_app.domain.counter.case_flow import NEXT, CaseEvent, Why
from station_app.domain.counter.case_materials import lacking_of
from station_app.domain.errors import NotFoundError, RefusedError
from ui.counter.case_acts import CaseActs
from ui.counter.case_facts import CaseFacts
from ui.counter.files_card import FilesCard
from ui.counter.given_files import DropPlace
from ui.counter.lacking_card import LackingCard
from ui.counter.material_list import MaterialList
from ui.counter.order_card import OrderCard
from ui.counter.rating_view import turn_screen
from ui.counter.words import DOT
from ui.kit.buttons import Button, Kind
from ui.kit.case_words import (
    URGENCY_TONES,
    channel_words,
    due_words,
    state_tone,
    state_words,
    urgency_words,
)
from ui.kit.empty_state import EmptyState
from ui.kit.icons import Icon
from ui.kit.surfaces import Card, Scroll, SidePanel
from ui.kit.tokens import Space, Tone
from ui.kit.words import Pill

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from station_app.bootstrap import Station
    from station_app.domain.counter.cases import CaseId
    from station_app.services.counter.cases import CasePage
    from ui.counter.case_problems import CaseProblems
    from ui.counter.step_words import CaseSteps
    from ui.kit.room import RoomContext

SETTLE_MS = 600  # several ticks in a row are one step


class CasePanel(SidePanel):
    """Shows the page of one case; ticks are kept a moment after the last one."""

    edit_asked = Signal(object)  # CasePage

    def __init__(
        self, station: Station, steps: CaseSteps, problems: CaseProblems, context: RoomContext
    ) -> None:
        super().__init__()
        self._station, self._context = station, context
        self._page: CasePage | None = None
        self._key: CaseId | None = None
        self._is_keeping = False
        self._awaited: Callable[[], None] | None = None
        self.close_button.hide()
        self.edit = Button(self.tr("Correct…"), meaning=Icon.EDIT, kind=Kind.QUIET, parent=self)
        self.edit.on_click(self.ask_correction)
        self.discard = Button(self.tr("Discard"), meaning=Icon.BIN, kind=Kind.QUIET, parent=self)
        self.discard.on_click(self._discard)
        rate = self.tr("Ask for a rating")
        self.rate = Button(rate, meaning=Icon.PERSON, kind=Kind.QUIET, keys="Alt+J", parent=self)
        self.rate.on_click(self.turn_screen)
        context.gate.bind(Permission.CASE_WRITE, self.edit, self.discard, self.rate)
        self.action_row.addWidget(self.rate)
        self.action_row.addWidget(self.discard)
        self.action_row.addWidget(self.edit)
        self.acts = CaseActs(station, steps, problems, context, self)
        self.order = OrderCard(station, problems, context, self)
        self.lacking = LackingCard(self)
        self.materials = MaterialList(self)
        self.all_there = Button(self.tr("All there"), kind=Kind.LINK, parent=self)
        self.materials_card = Card(self.tr("Materials"), self)
        self.files = FilesCard(station, context, self)
        self.facts = CaseFacts(station, steps, context, self)
        self.page = Scroll(self, margin=Space.L)
        self.empty = EmptyState(
            Icon.ITEM,
            self.tr("No case is chosen"),
            self.tr("Choose one in the list, or begin a new one with F2."),
            parent=self,
        )
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self._keep_ticks)
        self._lay_out()
        self._connect()
        self.show_case(None)

    def key(self) -> CaseId | None:
        """Return which case is shown."""
        return self._key

    def case_page(self) -> CasePage | None:
        """Return what is shown of it, once it has been read."""
        return self._page

    def show_case(self, key: CaseId | None) -> None:
        """Read and show the case *key*, or say that none is chosen."""
        if key != self._key and self._settle.isActive():
            self._keep_ticks()
        self._key = key
        self.empty.setVisible(key is None)
        if key is None:
            self._page = None
            self.page.hide()
            self.show_heading("", "")
            self.pills.clear()
            self.edit.hide()
            self.discard.hide()
            self.rate.hide()
            self.acts.show_page(None)
            return
        self._context.jobs.start(
            lambda _: self._station.cases.page(key),
            owner=self,
            done=lambda page: self._show(key, page),
            failed=partial(self._not_read, key),
        )

    def refresh(self) -> None:
        """Read anew what is shown."""
        if self._key is not None and not self._settle.isActive():
            self.show_case(self._key)

    def take(self, event: CaseEvent) -> None:
        """Take a step, or ask what has to be said with it; ticks are kept before."""
        self._when_kept(partial(self.acts.press, event))

    def take_first(self) -> None:
        """Take the step that is likeliest, or that of the order which is being asked about."""
        if self.order.acts.form.isVisible():
            self.order.acts.form.submit()
            return
        self._when_kept(self.acts.press_first)

    def ask_correction(self) -> None:
        """Ask for the form over what was entered."""
        page = self._page
        if page is None:
            return
        outcome = NEXT[page.case.state, CaseEvent.CORRECT]
        if isinstance(outcome, Why):
            self._context.failed(RefusedError(outcome))
        else:
            self.edit_asked.emit(page)

    def turn_screen(self) -> None:
        """Turn the screen to whoever came, to rate the case that is shown."""
        if self._page is not None:
            turn_screen(self._station, self._context, self._page.case, self)

    def open_file(self) -> None:
        """Go to the file of the applicant."""
        if self._page is not None and self._page.case.particulars.resident_id:
            self._context.open_record("resident", self._page.case.particulars.resident_id)

    def _bring_question(self) -> None:
        top = self.order.acts.mapTo(self.page.widget(), QPoint(0, 0)).y()
        self.page.verticalScrollBar().setValue(top - Space.M)

    def _when_kept(self, act: Callable[[], None]) -> None:
        """Do *act* once what may be done rests upon all that was ticked."""
        if self._settle.isActive() or self._is_keeping:
            self._awaited = act
            self._keep_ticks()
        else:
            act()

    def _show(self, key: CaseId, page: CasePage) -> None:
        if key != self._key or self._settle.isActive():
            return
        is_other = self._page is None or self._page.case.id != key
        self._page = page
        case = page.case
        self.page.show()
        self.show_heading(DOT.join((case.particulars.applicant, case.item)), case.number)
        self._show_pills(page)
        self.edit.setVisible(case.is_open)
        self.discard.setVisible(case.is_open and not case.number)
        self.rate.setVisible(not isinstance(NEXT[case.state, CaseEvent.RATE], Why))
        self.acts.show_page(page)
        self.order.show_page(page)
        self._show_materials(page)
        self.files.show_page(page)
        self.facts.show_page(page)
        if is_other:
            self.page.verticalScrollBar().setValue(0)
        awaited, self._awaited = self._awaited, None
        if awaited is not None and not is_other:
            awaited()

    def _not_read(self, key: CaseId, error: Exception) -> None:
        """Show nothing in the place of a case that is gone, as when its entry was undone."""
        if isinstance(error, NotFoundError):
            if key == self._key:
                self.show_case(None)
        else:
            self._context.failed(error)

    def _show_pills(self, page: CasePage) -> None:
        case = page.case
        self.pills.clear()
        pills: list[QWidget] = [Pill(state_words(case.state), state_tone(case.state), parent=self)]
        first = case.dues.first
        if case.is_open and first is not None:
            day = due_words(first.day, is_provisional=first.is_provisional)
            told = self.tr("due {day}").format(day=day)
            tone = URGENCY_TONES.get(page.urgency, Tone.NEUTRAL)
            words = DOT.join(filter(None, (urgency_words(page.urgency), told)))
            pills.append(Pill(words, tone, meaning=Icon.CALENDAR, parent=self))
        elif page.urgency is Urgency.STOPPED:
            pills.append(Pill(urgency_words(page.urgency), Tone.WARN, parent=self))
        channel = channel_words(case.particulars.channel)
        pills.append(Pill(channel, Tone.NEUTRAL, meaning=Icon.TAG, parent=self))
        for pill in pills:
            self.pills.addWidget(pill)

    def _show_materials(self, page: CasePage) -> None:
        outcome = NEXT[page.case.state, CaseEvent.TICK]
        why = ""
        if isinstance(outcome, Why):
            why = self._context.words(RefusedError(outcome))
        elif not self._context.gate.allows(Permission.CASE_WRITE):
            why = self._context.gate.reason(Permission.CASE_WRITE)
        self.materials.show_materials(page.materials, why=why)
        self.materials_card.setVisible(bool(page.materials))
        self.all_there.setVisible(bool(page.lacking) and not why)
        self._show_lacking()

    def _show_lacking(self) -> None:
        page = self._page
        if page is None:
            return
        lacking = lacking_of(self.materials.materials())
        notice = page.case.notice
        note = ""
        if notice is not None and lacking:
            note = self.tr("Told on {told}; to be brought by {until}.").format(
                told=notice.told_on.isoformat(), until=notice.until.isoformat()
            )
        self.lacking.show_lacking(lacking, note=note, total=len(page.materials))
        # what was finished without them is not asked for any more
        self.lacking.setVisible(bool(page.materials) and page.case.is_open)

    def _on_ticked(self) -> None:
        self._show_lacking()
        self._settle.start()

    def _keep_ticks(self) -> None:
        page, ticks = self._page, self.materials.ticks()
        self._settle.stop()
        if page is None or ticks == tuple(each.tick for each in page.materials):
            return
        if self._is_keeping:
            self._settle.start()  # the version to come is not known yet
            return
        self._is_keeping = True
        case, cases = page.case, self._station.cases
        self._context.operations.perform(
            lambda _: cases.tick(case.id, ticks, version=case.version),
            owner=self,
            done=lambda _: self._ticked(case.id),
            failed=self._not_ticked,
            label=self.tr("Materials checked: {who}").format(who=case.particulars.applicant),
        )

    def _ticked(self, key: CaseId) -> None:
        self._is_keeping = False
        if key == self._key:
            self.refresh()

    def _not_ticked(self, error: Exception) -> None:
        self._is_keeping = False
        self._context.failed(error)
        self.refresh()

    def _discard(self) -> None:
        page = self._page
        if page is None:
            return
        case, cases = page.case, self._station.cases
        self._context.operations.perform(
            lambda _: cases.discard(case.id, version=case.version),
            owner=self,
            failed=self._context.failed,
            label=self.tr("Discarded the enquiry of {who}").format(who=case.particulars.applicant),
        )

    def _connect(self) -> None:
        self.materials.changed.connect(self._on_ticked)
        self.acts.pressed.connect(self.take)
        self.all_there.on_click(self.materials.tick_all)
        self.facts.file.on_click(self.open_file)
        drops = DropPlace(self, self.files.picture_name, self.files.may_add)
        drops.dropped.connect(self.files.take)

    def _lay_out(self) -> None:
        self.materials_card.head.addWidget(self.all_there)
        self.materials_card.body.addWidget(self.materials)
        self.materials_card.body.addWidget(self.lacking)
        self.page.body.setSpacing(Space.M)
        parts = (self.acts, *self.order.parts(), self.materials_card, self.files)
        for part in (*parts, *self.facts.cards()):
            self.page.body.addWidget(part)
        # once it is laid out; else the page would go by where it stood
        self.order.acts.asked.connect(lambda: QTimer.singleShot(0, self, self._bring_question))
        # cards that were filled while hidden tell their heights a moment later
        self.order.settled.connect(
            lambda: QTimer.singleShot(0, self, self.order.card.updateGeometry)
        )
        for held in (self.facts, self.order):
            held.hide()  # their parts stand in the page
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self.empty, 1)
        self.body.addWidget(self.page, 1)
