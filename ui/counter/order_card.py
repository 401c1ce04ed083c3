"""What an order tells beside its case, and what is done with it: answer, send back, call back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from station_app.domain.access.permissions import Permission
from station_app.domain.counter.case_flow import OPEN
from station_app.domain.counter.case_rules import name_in
from station_app.domain.counter.cases import Channel
from station_app.domain.counter.orders import CallBack
from station_app.domain.counter.ratings import Level
from ui.counter.ask_form import Question
from ui.counter.asked_acts import Act, AskedActs
from ui.counter.guide_cards import fill
from ui.counter.level_words import level_choices, level_words
from ui.counter.words import DOT
from ui.kit.buttons import Choice
from ui.kit.code_field import CodeField
from ui.kit.fields import DateField, NotesField
from ui.kit.icons import Icon
from ui.kit.suggest_field import SuggestField
from ui.kit.surfaces import Card

if TYPE_CHECKING:
    from datetime import date

    from station_app.bootstrap import Station
    from station_app.domain.counter.cases import Case
    from station_app.domain.counter.orders import Order, OrderTwin
    from station_app.services.counter.cases import CasePage
    from ui.counter.ask_form import Answer
    from ui.counter.asked_acts import Change
    from ui.counter.case_problems import CaseProblems
    from ui.counter.guide_cards import Row
    from ui.kit.room import RoomContext

ANSWER, EXTEND, SEND_BACK, CALL_BACK = "answer", "extend", "send-back", "call-back"
DOUBLE = "double"
YES, NO = "yes", "no"


class OrderCard(QWidget):
    """Stands in the page of a case that is an order; for any other it is not shown."""

    settled = Signal()  # its parts have their contents

    def __init__(
        self, station: Station, problems: CaseProblems, context: RoomContext, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._station, self._context = station, context
        self._order: Order | None = None
        self._case: Case | None = None
        self._longest: date | None = None
        self._twins: tuple[OrderTwin, ...] = ()
        self.card = Card(self.tr("Order"), self)
        self.acts = AskedActs(
            context, Permission.CASE_WRITE, problems.wording, self, stands_out=False
        )
        self.questions = OrderQuestions(station, self)
        self._add_acts()
        self._set_shown(is_shown=False)

    def parts(self) -> tuple[QWidget, ...]:
        """Return what stands in the page of the case, in its order."""
        return (self.acts, self.card)

    def _set_shown(self, *, is_shown: bool) -> None:
        for part in self.parts():
            part.setVisible(is_shown)

    def show_page(self, page: CasePage) -> None:
        """Show the order of a case, once it is read; nothing where the case is none."""
        case = page.case
        if case.particulars.channel != Channel.ORDER:
            self._order = self._case = None
            self._set_shown(is_shown=False)
            return
        if self._case is None or self._case.id != case.id:
            self.acts.form.hide()
            self._set_shown(is_shown=False)
        orders = self._station.orders
        self._context.jobs.start(
            lambda _: (
                orders.of_case(case.id),
                orders.longest(case.id),
                orders.twins(case.id),
            ),
            owner=self,
            done=lambda found: self._show(case, *found),
            failed=lambda _: self._set_shown(
                is_shown=False
            ),  # a case whose order has not come yet
        )

    def _show(
        self, case: Case, order: Order | None, longest: date | None, twins: tuple[OrderTwin, ...]
    ) -> None:
        self._case, self._order, self._longest, self._twins = case, order, longest, twins
        self._set_shown(is_shown=order is not None)
        if order is None:
            return
        fill(self.card, [row for row in self._facts(case, order) if row[1]])
        self.acts.allow(self._reasons(case, order))
        self.settled.emit()

    def _reasons(self, case: Case, order: Order) -> dict[str, str]:
        """Return which acts come next, and what keeps those away that do not."""
        is_open = case.state in OPEN
        found: dict[str, str] = {}
        if not order.answer and not order.returned:
            found[ANSWER] = ""
        if is_open:
            found[SEND_BACK] = ""
            found[EXTEND] = "" if self._longest else self._why_no_longer(order)
        if order.answered_on is not None:
            found[CALL_BACK] = ""
        if not order.double_of and any(not twin.is_double for twin in self._twins):
            is_seen = bool(self._kept())
            found[DOUBLE] = "" if is_seen else self.tr("The other case is not yours to see.")
        return found

    def _kept(self) -> list[Choice]:
        """Return the cases that may be worked on instead of this one."""
        return [
            Choice(twin.case_id, DOT.join((twin.number, twin.item)))
            for twin in self._twins
            if twin.case_id and not twin.is_double
        ]

    def _why_no_longer(self, order: Order) -> str:
        if order.extended_on is not None:
            return self.tr("It was given more time already.")
        return self.tr("It is overdue, stopped or not accepted yet.")

    def _facts(self, case: Case, order: Order) -> list[Row]:
        rules = self._station.reference.order_rules
        since = f"{order.received_on.isoformat()} {order.received_time}".strip()
        about = name_in(rules.categories, order.category) if order.category else ""
        kind = name_in(rules.classes, order.kind)
        sent = name_in(rules.returns, order.returned) if order.returned else ""
        return [
            (self.tr("Source"), name_in(rules.sources, order.source), order.number),
            *map(self._twin, self._twins),
            (self.tr("Received there"), since, ""),
            (self.tr("About"), DOT.join(filter(None, (kind, about))), case.particulars.where),
            (self.tr("Content"), case.particulars.details, ""),
            (self.tr("More time"), order.extension, _day(order.extended_on)),
            (self.tr("Answer"), order.answer, _day(order.answered_on)),
            (self.tr("Sent back"), sent, _beneath(order.return_note, order.returned_on)),
            (self.tr("Call-back"), self._called(order.call), order.call.note),
        ]

    def _twin(self, twin: OrderTwin) -> Row:
        """Return what is told of another case that bears the same number."""
        if twin.is_kept:
            words = self.tr("It is worked on instead of this one."), self.tr("Double of")
        elif twin.is_double:
            words = self.tr("This one is worked on instead of it."), self.tr("Its double")
        else:
            words = (
                self.tr("Another device entered the same number. Settle which one is worked on."),
                self.tr("Entered twice"),
            )
        return words[1], DOT.join((twin.number, twin.item)), words[0]

    def _called(self, call: CallBack) -> str:
        if call.called_on is None:
            return ""
        if not call.is_reached:
            return DOT.join((call.called_on.isoformat(), self.tr("not reached")))
        solved = self.tr("solved") if call.is_solved else self.tr("not solved")
        level = level_words(call.level) if call.level else ""
        return DOT.join(filter(None, (call.called_on.isoformat(), solved, level)))

    def _add_acts(self) -> None:
        ask = self.questions
        for act in (
            Act(
                code=ANSWER,
                text=self.tr("Answer…"),
                sign=Icon.FINISHED,
                keys="Alt+Y",
                ask=ask.answer,
                change=self._answer,
                label=partial(self._label, self.tr("Answered: {number}")),
            ),
            Act(
                code=CALL_BACK,
                text=self.tr("Call back…"),
                sign=Icon.PHONE,
                keys="Alt+U",
                ask=lambda: ask.call_back(self._context.clock.today()),
                change=self._call_back,
                label=partial(self._label, self.tr("Called back: {number}")),
            ),
            Act(
                code=SEND_BACK,
                text=self.tr("Send back…"),
                sign=Icon.RESTORE,
                keys="Alt+Q",
                ask=ask.send_back,
                change=self._send_back,
                label=partial(self._label, self.tr("Sent back: {number}")),
            ),
            Act(
                code=EXTEND,
                text=self.tr("More time…"),
                sign=Icon.CALENDAR,
                keys="Alt+Z",
                ask=lambda: ask.extend(self._longest),
                change=self._extend,
                label=partial(self._label, self.tr("Given more time: {number}")),
            ),
            self._act_of_double(),
        ):
            self.acts.add(act)

    def _act_of_double(self) -> Act:
        return Act(
            code=DOUBLE,
            text=self.tr("A double…"),
            sign=Icon.MERGE,
            keys="Alt+I",
            ask=lambda: self.questions.double(self._kept()),
            change=self._settle,
            label=partial(self._label, self.tr("Settled as a double: {number}")),
        )

    def _label(self, words: str) -> str:
        case, order = self._case, self._order
        number = order.number if order else ""
        return words.format(number=number or (case.number if case else ""))

    def _answer(self, said: Answer) -> Change:
        order, orders = self._sure(), self._station.orders
        return lambda: orders.answer(order.case_id, said["answer"], version=order.version)

    def _send_back(self, said: Answer) -> Change:
        order, orders = self._sure(), self._station.orders
        return lambda: orders.send_back(
            order.case_id, said["code"], said["note"], version=order.version
        )

    def _extend(self, said: Answer) -> Change:
        order, orders = self._sure(), self._station.orders
        return lambda: orders.extend(
            order.case_id, said["until"], said["reason"], version=order.version
        )

    def _settle(self, said: Answer) -> Change:
        order, orders = self._sure(), self._station.orders
        return lambda: orders.settle_double(order.case_id, said["kept"], version=order.version)

    def _call_back(self, said: Answer) -> Change:
        order, orders = self._sure(), self._station.orders
        call = CallBack(
            is_reached=_truth(said["is_reached"]),
            is_solved=_truth(said["is_solved"]),
            level=Level(int(said["level"])) if said["level"] else None,
            called_on=said["called_on"],
            note=said["note"],
        )
        return lambda: orders.call_back(order.case_id, call, version=order.version)

    def _sure(self) -> Order:
        order = self._order
        if order is None:
            raise RuntimeError("an act of an order that is not there")
        return order


class OrderQuestions(QObject):
    """What has to be said with each act of an order."""

    def __init__(self, station: Station, parent: QObject) -> None:
        super().__init__(parent)
        self._station = station

    def answer(self) -> Question:
        """Return what is asked before an answer is kept."""
        field = NotesField(self.tr("Answer"), lines=5)
        return Question(
            title=self.tr("The answer that goes to the caller"),
            action=self.tr("Answer and close"),
            fields={"answer": field},
            needed=frozenset({"answer"}),
            text=self.tr("Ctrl+Enter keeps it. The answer can be printed afterwards."),
        )

    def extend(self, longest: date | None) -> Question:
        """Return what is asked before an order is given more time."""
        until = DateField(self.tr("Until"), required=True)
        until.set_value(longest)
        reason = SuggestField(self.tr("Reason"), required=True)
        reason.offer((self.tr("Several offices have to agree"), self.tr("To be checked there")))
        return Question(
            title=self.tr("The order is given more time, once"),
            action=self.tr("Give more time"),
            fields={"until": until, "reason": reason},
            needed=frozenset({"until", "reason"}),
        )

    def send_back(self) -> Question:
        """Return what is asked before an order is sent back."""
        rules = self._station.reference.order_rules
        offered = [Choice(each.code, each.name) for each in rules.returns]
        return Question(
            title=self.tr("The order goes back to its source as misdirected"),
            action=self.tr("Send back"),
            fields={
                "code": CodeField(self.tr("Why"), offered, required=True),
                "note": SuggestField(self.tr("Remark")),
            },
            needed=frozenset({"code"}),
        )

    def double(self, offered: list[Choice]) -> Question:
        """Return what is asked before an order is settled as a double."""
        kept = CodeField(self.tr("Which one is worked on?"), offered, required=True)
        kept.set_value(offered[0].code)
        return Question(
            title=self.tr("This order was entered twice, and this one is the double"),
            action=self.tr("Settle"),
            fields={"kept": kept},
            needed=frozenset({"kept"}),
            text=self.tr(
                "It is withdrawn if it is still open, and says which case is worked on instead."
            ),
        )

    def call_back(self, today: date) -> Question:
        """Return what is asked about calling back."""
        truths = [Choice(YES, self.tr("yes")), Choice(NO, self.tr("no"))]
        day = DateField(self.tr("Called on"), required=True)
        day.set_value(today)
        return Question(
            title=self.tr("What came of calling back"),
            action=self.tr("Note the call-back"),
            fields={
                "is_reached": CodeField(self.tr("Reached?"), truths, required=True),
                "is_solved": CodeField(self.tr("Solved?"), truths),
                "level": CodeField(self.tr("Satisfied?"), level_choices()),
                "called_on": day,
                "note": SuggestField(self.tr("Remark")),
            },
            needed=frozenset({"is_reached", "called_on"}),
        )


def _truth(code: str) -> bool | None:
    return {YES: True, NO: False}.get(code)


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def _beneath(*told: str | date | None) -> str:
    return DOT.join(str(each) for each in told if each)
