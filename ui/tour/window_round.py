"""The part of a morning that is spent at the window: cases taken in, guides shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.counter.case_flow import CaseState
from ui.counter.page import (
    ADMISSION,
    CASES,
    ITEMS,
    ORDERS,
    PROBLEMS,
    RATINGS,
    CounterPage,
)
from ui.tour.guide import Guide

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ui.tour.walk import Until

COME_FOR, FEW = "dibao", 9
WANTED = "zuidishenghuo"
OFFICE = "minzhengju"
TASK, SENDER = "招商引资指标", "某某街道经济办"
ORDER = "DH20261128-0007"


class WindowRound(Guide):
    """Takes a case in, works at it, and looks an item up."""

    def work_at_cases(self, name: str) -> Iterator[Until]:
        """Take a case in for *name* by keys alone, and hand it in at an office."""
        yield self.press("Ctrl+3")
        page = self.page(CounterPage)
        self.take_picture("cases-none")
        yield self.press("F2")
        self.take_picture("case-new")
        form = page.cases.new.form
        yield self.type(name)
        yield self.press("Return")
        yield from self.until("somebody found", form.person.value)
        yield self.type(WANTED)
        yield self.press("Return")
        yield from self.until("the materials", form.materials.list.materials)
        yield self.press("Space", "Down")
        self.take_picture("case-lacking")
        yield self.press("F3")
        self.take_picture("case-all-papers")
        yield self.press("Ctrl+Return")
        yield from self._reach(CaseState.ACCEPTED)
        self.take_picture("case")
        side = page.cases.queue.side
        yield self.press("Ctrl+P")
        yield from self.until("the receipt", lambda: side.paper.panel.handout() is not None)
        self.take_picture("case-receipt")
        yield self.press("Escape")
        yield self.press("Alt+T")
        yield self.type(OFFICE)
        yield self.press("Return", "Return")
        self.take_picture("case-transfer")
        yield self.type("报批")
        yield self.press("Ctrl+Return")
        yield from self._reach(CaseState.TRANSFERRED)
        self.take_picture("case-with-office")

    def look_at_orders_and_tasks(self) -> Iterator[Until]:
        """Look at what comes from above: orders, the problems in them, ratings, tasks."""
        page = self.page(CounterPage)
        for view, name in (
            (ORDERS, "orders"),
            (PROBLEMS, "problems"),
            (RATINGS, "ratings"),
            (ADMISSION, "tasks"),
        ):
            page.show_view(view)
            yield self.rest(name)
            self.take_picture(name)
        yield self.press("Ctrl+N")
        yield self.type(TASK)
        yield self.press("Return")
        yield self.type(SENDER)
        yield self.press("Return", "Return", "Return", "Return")
        yield self.type(next(reversed(page.admission.words.owners().values())))
        self.take_picture("task-form")
        yield self.press("Ctrl+Return")
        yield from self.until("the task", lambda: page.admission.tasks.panel.key() is not None)
        yield self.rest("the task")
        self.take_picture("task")
        page.show_view(ORDERS)
        yield self.press("Ctrl+N")
        yield self.press("Return")
        yield self.type(ORDER)
        self.take_picture("order-form")
        yield self.press("Escape")
        page.show_view(CASES)

    def look_up_item(self) -> Iterator[Until]:
        """Be asked for something the window helps with; show its guide and how it is corrected."""
        yield self.press("Ctrl+3")
        page = self.page(CounterPage)
        page.show_view(ITEMS)
        yield self.rest("the items")
        yield self.type(COME_FOR)
        shown = page.items.catalogue
        yield from self.until("the item", lambda: 0 < shown.model.rowCount() < FEW)
        self.take_picture("item")
        yield self.press("Ctrl+P")
        yield from self.until("the guide", lambda: shown.sheet.panel.handout() is not None)
        self.take_picture("item-sheet")
        yield self.press("Ctrl+E")
        self.take_picture("item-form")
        yield self.press("Escape")
        page.show_view(CASES)

    def _reach(self, state: CaseState) -> Iterator[Until]:
        panel = self.page(CounterPage).cases.queue.panel

        def is_reached() -> bool:
            shown = panel.case_page()
            return shown is not None and shown.case.state is state

        yield from self.until(f"a case {state}", is_reached)
