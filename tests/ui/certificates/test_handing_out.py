from __future__ import annotations

from dataclasses import replace

import pytest

from station_app.domain.errors import RefusedError
from tests.factories import TODAY
from tests.services.certificates.of_any_kind import certificate
from tests.ui.certificates.conftest import Desk, text_of
from ui.certificates.forms import onto_form
from ui.kit.handing_out import HandingOut, Handout, Outlets
from ui.kit.icons import Icon
from ui.kit.paper_panel import PaperPanel
from ui.kit.printing import remember_form

EMPTY = (Icon.PRINT, "none", "nothing")


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


@pytest.fixture
def panel(qtbot, context, desk):
    made = PaperPanel(context, Outlets(desk.choose_printer, desk.choose_file), EMPTY)
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    remember_form("honour", is_form=False)
    yield made
    remember_form("honour", is_form=False)


@pytest.fixture
def honour(named_station):
    template = named_station.desk.templates["honour"]
    pdf = named_station.desk.draw_certificate(certificate(template)).pdf
    make = onto_form(named_station, pdf)
    return Handout(pdf=pdf, title="n", kind="honour", onto_form=make)


def test_the_fields_only_are_offered_where_there_is_a_form(panel, honour, paper):
    panel.show_handout(paper)
    assert panel.form_chip.isHidden()
    panel.show_handout(honour)
    assert not panel.form_chip.isHidden()
    assert not panel.form_chip.isChecked()


def test_what_is_chosen_is_shown_saved_and_chosen_again_next_time(panel, honour, desk, qtbot):
    panel.show_handout(honour)
    panel.toggle_form()
    qtbot.waitUntil(lambda: panel._form != b"")
    panel.save()
    qtbot.waitUntil((desk.folder / "n.pdf").exists)
    assert "荣誉证书" not in text_of((desk.folder / "n.pdf").read_bytes())
    panel.show_handout(replace(honour, title="m"))
    assert panel.form_chip.isChecked()


def test_on_a_form_is_printed_what_the_printer_that_was_chosen_needs(panel, honour, desk, qtbot):
    asked = []
    make = honour.onto_form
    panel.show_handout(replace(honour, onto_form=lambda name: asked.append(name) or make(name)))
    panel.toggle_form()
    with qtbot.waitSignal(panel.printed):
        panel.print()
    assert len(asked) == 2  # once to be shown, once for the printer
    qtbot.waitUntil(desk.paper.exists)


def test_a_field_beyond_the_edge_is_told_and_nothing_printed(panel, honour, desk, context, qtbot):
    def refuse(_name):
        raise RefusedError("paper.off-the-page", part="code")

    panel.show_handout(replace(honour, onto_form=refuse))
    with qtbot.assertNotEmitted(panel.printed):
        panel.toggle_form()
        qtbot.waitUntil(lambda: not panel.form_chip.isChecked())
    assert not desk.paper.exists()
