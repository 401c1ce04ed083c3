from __future__ import annotations

import pytest

from tests.factories import TODAY
from tests.ui.certificates.conftest import Desk
from ui.kit.handing_out import HandingOut, Handout, Outlets


@pytest.fixture
def window(context):
    return context.notices.parentWidget()


@pytest.fixture
def out(context, desk, window):
    return HandingOut(context, Outlets(desk.choose_printer, desk.choose_file), window)


@pytest.fixture
def paper(named_station):
    drawn = named_station.certificates.seal_register(since=TODAY, until=TODAY)
    return Handout(pdf=drawn.pdf, title="register 1/2", kind="seal-register", copies=3)


def said(context):
    return [notice.text() for notice in context.notices.shown()]


def test_a_paper_is_saved_byte_for_byte(out, paper, desk, context, qtbot):
    with qtbot.waitSignal(out.saved):
        out.save(paper)
    qtbot.waitUntil(lambda: said(context) == ["Saved: register 1-2.pdf"])
    assert (desk.folder / "register 1-2.pdf").read_bytes() == paper.pdf


def test_the_printer_is_asked_for_as_many_copies_as_were_wanted(out, paper, desk, qtbot):
    with qtbot.waitSignal(out.printed):
        out.print(paper)
    assert desk.printed == [("register 1/2", paper.pdf, "seal-register", 3)]
    qtbot.waitUntil(desk.paper.exists)


@pytest.mark.parametrize("way", ["print", "save"])
def test_who_thinks_better_of_it_hands_nothing_out(context, tmp_path, window, paper, way, qtbot):
    unwilling = Desk(tmp_path, is_willing=False)
    out = HandingOut(context, Outlets(unwilling.choose_printer, unwilling.choose_file), window)
    with qtbot.assertNotEmitted(out.printed), qtbot.assertNotEmitted(out.saved):
        getattr(out, way)(paper)
    assert said(context) == []
    assert list(tmp_path.glob("*.pdf")) == []


def test_a_name_without_its_ending_gets_it(context, tmp_path, window, paper, qtbot):
    outlets = Outlets(choose_file=lambda *_a, **_w: tmp_path / "v1.2")
    HandingOut(context, outlets, window).save(paper)
    qtbot.waitUntil((tmp_path / "v1.2.pdf").exists)
