"""What a grid worker may ask of cases, with those of somebody who is none of his."""

from __future__ import annotations

from datetime import date

from station_app.domain.counter.case_lists import CaseFilter, CaseView
from station_app.domain.counter.case_materials import Tick
from station_app.domain.counter.case_papers import CasePaperKind
from station_app.domain.counter.cases import CaseDraft, Intake
from station_app.domain.counter.orders import CallBack
from tests.pdf_text import text_of
from tests.scans import a_photo
from tests.services.access.town import ITEM, number_of_case, order_of

ALL_CASES = CaseFilter(view=CaseView.ALL)
NUMBERS = "numbers of cases of a kind, not whose they are: those of his own are told"
OF_SMALL = "nothing on a small picture can be read; nobody outside gets it (test_case_files)"
OF_PAPERS = "titles of papers, nothing that stands on them"
OF_RULES = "nothing of residents is in it"
RECEIPT = CasePaperKind.RECEIPT
SEEN = 2
"""The version of every case of the town."""
BROUGHT = (Tick(originals=1, copies=1),) * 7
STEPS = {
    "accept": ("received", (), {"promise": "补交"}),
    "ask_for_more": ("received", (), {}),
    "begin": ("accepted", (), {}),
    "close": ("accepted", ("granted",), {}),
    "collect": ("closed", ("某人",), {}),
    "complete": ("awaiting", (), {}),
    "discard": ("draft", (), {}),
    "give_back": ("transferred", ("已阅",), {}),
    "hand_over": ("accepted", ("某人", "核实"), {}),
    "lapse": ("awaiting", (), {}),
    "note": ("accepted", ("来电询问",), {}),
    "notify": ("closed", (), {}),
    "publish": ("in-progress", (date(2027, 1, 1),), {}),
    "receive": ("draft", (), {}),
    "resume": ("suspended", ("完成",), {}),
    "suspend": ("accepted", ("special", "评估"), {}),
    "transfer": ("accepted", ("civil", "审核"), {}),
    "withdraw": ("accepted", ("不办了",), {}),
}
"""Which step is asked of a case in which state, with what is said."""


NOT_ONES_OWN = {
    "renew_dues": lambda s, t, x, f: s.renew_dues().value,
    "me": lambda s, t, x, f: s.me(),
    "rules": lambda s, t, x, f: s.rules(),
    "soon_until": lambda s, t, x, f: s.soon_until(),
}


def questions_of_cases(shows, changes, neither):
    """Return the questions by method, each with what would come of it were there no grids."""
    return {
        **{name: [changes(_step(name, *asked))] for name, asked in STEPS.items()},
        **{name: [neither(ask, OF_RULES)] for name, ask in NOT_ONES_OWN.items()},
        "by_number": [shows(lambda s, t, x, f: s.by_number(number_of_case(x, "accepted")))],
        "correct": [
            changes(
                lambda s, t, x, f: s.correct(x.cases["accepted"], _draft(x, "改"), version=SEEN)
            )
        ],
        "counts": [neither(lambda s, t, x, f: s.counts(ALL_CASES), NUMBERS)],
        "draft": [changes(lambda s, t, x, f: s.draft(_draft(x)))],
        "keys": [
            shows(lambda s, t, x, f: s.keys(ALL_CASES)),
            shows(lambda s, t, x, f: s.keys(CaseFilter(text=x.name))),
            shows(lambda s, t, x, f: s.keys(CaseFilter(resident_id=x.person))),
        ],
        "lines": [shows(lambda s, t, x, f: s.lines([*x.cases.values()]))],
        "notify_all": [
            # which of those that he has named were refused he may be told
            changes(lambda s, t, x, f: len(s.notify_all([x.cases["closed"]]).value.refused))
        ],
        "of_resident": [shows(lambda s, t, x, f: s.of_resident(x.person))],
        "page": [shows(lambda s, t, x, f: s.page(x.cases["accepted"]))],
        "reveal": [shows(lambda s, t, x, f: s.reveal(x.cases["accepted"], "phone"))],
        "take_in": [
            changes(lambda s, t, x, f: s.take_in(_draft(x), Intake.RECEIVE)),
        ],
        "tick": [
            changes(lambda s, t, x, f: s.tick(x.cases["received"], BROUGHT, version=SEEN)),
        ],
    }


def questions_of_files(shows, changes, neither):
    """Return the questions about files of cases."""
    return {
        "add": [changes(lambda s, t, x, f: s.add(x.cases["accepted"], "新.jpg", a_photo()))],
        "assign": [changes(lambda s, t, x, f: s.assign(x.scan, "户口簿"))],
        "content": [shows(lambda s, t, x, f: text_of(s.content(x.scan).value))],
        "of": [shows(lambda s, t, x, f: s.of(x.cases["accepted"]))],
        "put_into_bin": [changes(lambda s, t, x, f: s.put_into_bin(x.scan))],
        "small": [neither(lambda s, t, x, f: s.small(x.scan), OF_SMALL)],
    }


def questions_of_papers(shows, changes, neither):
    """Return the questions about papers of cases."""
    return {
        "draw": [shows(lambda s, t, x, f: text_of(s.draw(x.cases["accepted"], RECEIPT).pdf))],
        "note_given_out": [
            changes(
                lambda s, t, x, f: s.note_given_out(x.cases["accepted"], RECEIPT, printed=True)
            )
        ],
        "offered": [neither(lambda s, t, x, f: s.offered(x.cases["accepted"]), OF_PAPERS)],
    }


def questions_of_orders(shows, changes, neither):
    """Return the questions about orders."""
    return {
        "rules": [neither(lambda s, t, x, f: s.rules(), OF_RULES)],
        "usual_due": [
            neither(lambda s, t, x, f: s.usual_due("12345", date(2026, 3, 2)), OF_RULES)
        ],
        "lines": [shows(lambda s, t, x, f: s.lines([x.cases["order"]]))],
        "longest": [neither(lambda s, t, x, f: s.longest(x.cases["order"]), OF_RULES)],
        "of_case": [shows(lambda s, t, x, f: s.of_case(x.cases["order"]))],
        "enter": [changes(lambda s, t, x, f: s.enter(order_of(x, "new")))],
        "correct": [changes(_order_step("order", "correct", lambda x: [order_of(x, "other")]))],
        "extend": [
            changes(
                lambda s, t, x, f: s.extend(
                    x.cases["order"], s.longest(x.cases["order"]), "待核", version=1
                )
            )
        ],
        "answer": [changes(_order_step("order", "answer", lambda _: ["已办"]))],
        "send_back": [changes(_order_step("order", "send_back", lambda _: ["other-area"]))],
        "call_back": [changes(_called_back)],
        "twins": [shows(lambda s, t, x, f: s.twins(x.cases["order"]))],
        "settle_double": [changes(lambda s, t, x, f: s.settle_double(*_twins(x), version=2))],
    }


def _twins(home):
    return home.cases["twin-order"], home.cases["order"]


def _order_step(name, method, said):
    def ask(orders, _town, home, _folder):
        return getattr(orders, method)(home.cases[name], *said(home), version=1)

    return ask


def _called_back(orders, town, home, _folder):
    call = CallBack(is_reached=False, called_on=town.station.clock.today())
    return orders.call_back(home.cases["answered-order"], call, version=2)


def questions_of_ratings(shows, changes, neither):
    """Return the questions about ratings, which no grid worker reads."""
    return {
        "give": [changes(_rated)],
        "turn": [shows(lambda s, t, x, f: s.turn(x.cases["notified"], version=SEEN))],
        "turn_back": [neither(lambda s, t, x, f: s.turn_back(), OF_RULES)],
        "rules": [neither(lambda s, t, x, f: s.rules(), OF_RULES)],
    }


def _rated(ratings, _town, home, _folder):
    return ratings.give(ratings.turn(home.cases["notified"], version=SEEN), 1)


def _draft(home, details=""):
    return CaseDraft(item_id=ITEM, resident_id=home.person, details=details)


def _step(name, state, said, more):
    def ask(cases, _town, home, _folder):
        return getattr(cases, name)(home.cases[state], *said, version=SEEN, **more)

    return ask
