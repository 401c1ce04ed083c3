"""What each step of a case is, and the entry that it leaves."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from station_app.domain.access.roles import Role
from station_app.domain.counter.bad_ratings import Finding
from station_app.domain.counter.case_materials import Tick
from station_app.domain.counter.case_papers import CasePaperKind
from station_app.domain.counter.cases import CaseDraft, Intake
from station_app.domain.counter.items import id_of_shipped
from station_app.domain.counter.orders import CallBack, OrderDraft
from station_app.domain.counter.problems import Plan
from tests.authority import as_seen_by, employ
from tests.factories import TODAY
from tests.scans import a_photo

ITEM = id_of_shipped("minimum-living")
DRAFT = CaseDraft(item_id=ITEM, applicant="张三", phone="14200000001")
TICKS = (Tick(originals=1, copies=1),) * 7
RECEIVE, ASK_MORE = ("receive",), ("ask_for_more",)
ACCEPT, BEGIN, CLOSE = ("accept", "补交"), ("begin",), ("close", "granted")
TRANSFER, SUSPEND, NOTIFY = (
    ("transfer", "civil", "审核"),
    ("suspend", "special", "评估"),
    ("notify",),
)
STEPS = {
    "accept": ("accept", [], ACCEPT),
    "archive": ("archive", [ACCEPT, CLOSE, NOTIFY], ("archive",)),
    "ask_for_more": ("ask-more", [RECEIVE], ASK_MORE),
    "begin": ("begin", [ACCEPT], BEGIN),
    "close": ("close", [ACCEPT], CLOSE),
    "collect": ("collect", [ACCEPT, CLOSE], ("collect", "张三")),
    "complete": ("complete", [RECEIVE, ASK_MORE], ("complete",)),
    "correct": ("correct", [], ("correct", DRAFT)),
    "decline": ("decline", [], ("decline", "不属于本社区")),
    "discard": ("binned", [], ("discard",)),
    "give_back": ("give-back", [ACCEPT, TRANSFER], ("give_back", "已阅")),
    "hand_over": ("hand-over", [], ("hand_over", "王芳", "核实")),
    "lapse": ("lapse", [RECEIVE, ASK_MORE], ("lapse",)),
    "note": ("note", [], ("note", "来电询问")),
    "notify": ("notify", [ACCEPT, CLOSE], NOTIFY),
    "publish": ("publish", [ACCEPT, BEGIN], ("publish", TODAY + timedelta(days=90))),
    "receive": ("receive", [], RECEIVE),
    "resume": ("resume", [ACCEPT, SUSPEND], ("resume", "完成")),
    "suspend": ("suspend", [ACCEPT], SUSPEND),
    "tick": ("tick", [], ("tick", TICKS)),
    "transfer": ("transfer", [ACCEPT], TRANSFER),
    "withdraw": ("withdraw", [ACCEPT], ("withdraw", "不办了")),
}
"""By method: the act, the steps before, and the step itself with what is said."""


def _take(world, key, method, *said):
    cases = world.station.cases
    version = cases.page(key).case.version
    more = {"promise": said[0]} if method == "accept" else {}
    return getattr(cases, method)(key, *(() if more else said), version=version, **more)


def _begun(world, steps):
    key = world.station.cases.draft(DRAFT).value
    for step in steps:
        _take(world, key, *step)
    return key


def _after(steps, act):
    def case(world):
        key = _begun(world, steps)
        if act == ("lapse",):
            world.clock.moment += timedelta(days=60)
        return lambda: _take(world, key, *act)

    return case


def _of_many(steps, act):
    def case(world):
        key = _begun(world, steps)
        return lambda: act(world.station.cases, [key])

    return case


def _revealed(world):
    key = _begun(world, [])
    return lambda: world.station.cases.reveal(key, "phone")


def _given_out(world):
    key = _begun(world, [RECEIVE])
    receipt = CasePaperKind.RECEIPT
    return lambda: world.station.case_papers.note_given_out(key, receipt, printed=True)


def _with_file(act):
    def case(world):
        files = world.station.case_files
        key = files.add(_begun(world, []), "a.jpg", a_photo()).value
        return lambda: act(files, key, world)

    return case


def _added(world):
    key = _begun(world, [])
    return lambda: world.station.case_files.add(key, "a.jpg", a_photo())


FILE_ACTS = {
    "add": (_added, ["case:file:added"]),
    "assign": (_with_file(lambda s, key, _: s.assign(key, "户口簿")), ["case:file:assigned"]),
    "content": (_with_file(lambda s, key, _: s.content(key)), ["case:file:shown"]),
    "give_out": (
        _with_file(lambda s, key, w: s.give_out(key, w.folder / "copy.jpg", "复核")),
        ["case:file:given-out"],
    ),
    "put_into_bin": (_with_file(lambda s, key, _: s.put_into_bin(key)), ["case:file:binned"]),
}
PAPER_ACTS = {"note_given_out": (_given_out, ["case:paper:printed"])}
CASE_ACTS = {
    **{
        method: (_after(steps, act), [f"case:record:{name}"])
        for method, (name, steps, act) in STEPS.items()
    },
    "draft": (lambda w: lambda: w.station.cases.draft(DRAFT), ["case:record:drafted"]),
    "close_all": (
        _of_many([ACCEPT], lambda cases, keys: cases.close_all(keys, "granted")),
        ["case:record:close"],
    ),
    "notify_all": (
        _of_many([ACCEPT, CLOSE], lambda cases, keys: cases.notify_all(keys)),
        ["case:record:notify"],
    ),
    "take_in": (
        lambda w: lambda: w.station.cases.take_in(DRAFT, Intake.NOTICE),
        ["case:record:drafted", "case:record:receive", "case:record:ask-more"],
    ),
    "reveal": (_revealed, ["case:number:shown"]),
}


CONTACT, UPHOLD = ("contact", "已致电"), ("uphold", "人手不足")
CORRECT, CALL_BACK = ("correct", "增开窗口"), ("call_back", "satisfied")


def _turned(world):
    key = _begun(world, [ACCEPT, CLOSE, NOTIFY])
    return world.station.ratings.turn(key, version=world.station.cases.page(key).case.version)


def _followed_up(steps, act):
    def case(world):
        ratings, turn = world.station.ratings, _turned(world)
        ratings.give(turn, 1)
        for place, (method, *said) in enumerate(steps, 1):
            getattr(ratings, method)(turn.case_id, *said, TODAY, version=place)
        method, *said = act
        more = {"version": len(steps) + 1}
        return lambda: getattr(ratings, method)(turn.case_id, *said, TODAY, **more)

    return case


def _dismissed(world):
    turn = _turned(world)
    boss = as_seen_by(world.station, employ(world.station, Role.SUPERVISOR, "站长")).ratings
    world.station.ratings.give(turn, 2)
    boss.contact(turn.case_id, "已致电", TODAY, version=1)
    return lambda: boss.dismiss(turn.case_id, Finding.MISTAKEN, "点错了", TODAY, version=2)


def _given(world):
    turn = _turned(world)
    return lambda: world.station.ratings.give(turn, 1, ["slow"])


MATTER = "rating:matter:"
RATING_ACTS = {
    "give": (_given, ["case:record:rate"]),
    "contact": (_followed_up([], CONTACT), [MATTER + "contact"]),
    "uphold": (_followed_up([CONTACT], UPHOLD), [MATTER + "uphold"]),
    "dismiss": (_dismissed, [MATTER + "dismiss"]),
    "correct": (_followed_up([CONTACT, UPHOLD], CORRECT), [MATTER + "correct"]),
    "call_back": (_followed_up([CONTACT, UPHOLD, CORRECT], CALL_BACK), [MATTER + "call-back"]),
    "reopen": (
        _followed_up([CONTACT, UPHOLD, CORRECT], ("reopen", "仍要等")),
        [MATTER + "reopen"],
    ),
}


AN_ORDER = OrderDraft(
    source="12345",
    number="DH-1",
    received_on=TODAY,
    kind="help",
    category="noise",
    content="求助",
    caller="张三",
)
CALL = CallBack(is_reached=False, called_on=TODAY)


def _ordered(method, *said, answered=False):
    def case(world):
        orders = world.station.orders
        key = orders.enter(AN_ORDER).value
        if answered:
            orders.answer(key, "已办", version=1)
        asked = [each(orders, key) if callable(each) else each for each in said]
        return lambda: getattr(orders, method)(key, *asked, version=1 + answered)

    return case


ORDER = "order:record:"


def _of_two_orders(world):
    """Two orders of one number, as when two devices have entered it."""
    orders = world.station.orders
    kept, double = (orders.enter(replace(AN_ORDER, number=each)).value for each in ("1", "2"))
    with world.station.store.transaction() as tx:
        former = tx.orders.order(double)
        tx.orders.change(former, replace(former, number="1"))
    version = orders.of_case(double).version
    return lambda: orders.settle_double(double, kept, version=version)


ORDER_ACTS = {
    "enter": (
        lambda world: lambda: world.station.orders.enter(AN_ORDER),
        ["case:record:accept", ORDER + "entered"],
    ),
    "correct": (
        _ordered("correct", replace(AN_ORDER, content="改")),
        ["case:record:correct", ORDER + "corrected"],
    ),
    "extend": (
        _ordered("extend", lambda orders, key: orders.longest(key), "待核"),
        ["case:record:correct", ORDER + "extended"],
    ),
    "answer": (_ordered("answer", "已办"), ["case:record:close", ORDER + "answered"]),
    "send_back": (_ordered("send_back", "twice"), ["case:record:close", ORDER + "sent-back"]),
    "call_back": (_ordered("call_back", CALL, answered=True), [ORDER + "called-back"]),
    "settle_double": (_of_two_orders, ["case:record:withdraw", ORDER + "doubled"]),
}


def _drawn_up(world):
    world.station.orders.enter(AN_ORDER)
    return lambda: world.station.problems.draw_up(str(TODAY.year))


def _taken_up(world):
    _drawn_up(world)()
    (entry,) = world.station.problems.entries(str(TODAY.year))
    plan = Plan(owner="陈静", target="协调")
    return lambda: world.station.problems.take_up(entry.id, plan, version=entry.version)


PROBLEM_ACTS = {
    "draw_up": (_drawn_up, ["problem:list:drawn-up"]),
    "take_up": (_taken_up, ["problem:entry:taken-up"]),
}
