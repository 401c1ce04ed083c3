"""Certificates at the real window, by the keyboard alone, the keys counted."""

from __future__ import annotations

import sys
from dataclasses import replace

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from station_app.domain.certificate_requests import Stage
from station_app.services.certificates.issuing import ResidenceRequest
from station_app.services.certificates.preview import page_sizes
from ui.certificates.page import CertificatesPage

pytestmark = [pytest.mark.gui, pytest.mark.slow]
MOST_KEYS = 6
PURPOSE = "办理子女入学"


@pytest.fixture
def printed(tmp_path):
    return tmp_path / "printed.pdf"


def answer_printer(panel, path):
    """Let Enter in the system's dialog print into *path*."""

    def choose(_parent, _pdf, **_told):
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        return printer

    out = panel._out
    out._outlets = replace(out._outlets, choose_printer=choose)


def at_certificates(clerk):
    clerk.unlock()
    clerk.press("Ctrl+2")
    clerk.wait(lambda: clerk.page(CertificatesPage) is not None)
    return clerk.page(CertificatesPage)


def test_somebody_known_has_his_paper_six_keys_after_the_reader(clerk, printed, capsys):
    page = at_certificates(clerk)
    person = clerk.somebody(obstacle=None)
    clerk.station.certificates.issue(ResidenceRequest(resident_id=person.id, purpose=PURPOSE))
    issuing = page.issuing
    answer_printer(issuing.panel, printed)
    clerk.type(person.particulars.name)
    clerk.press("Return")
    clerk.type(person.primary_document().number)
    clerk.press("Return")  # the reader's own
    clerk.wait(issuing.form.purpose.line.hasFocus)
    clerk.pressed = 0
    clerk.press("Down", "Return")
    assert issuing.form.purpose.value() == PURPOSE
    clerk.press("Ctrl+Return")
    clerk.wait(issuing.form.is_asking)
    clerk.press("Return")
    clerk.wait(issuing.issued.isVisible)
    clerk.press("Return")
    clerk.pressed += 1  # Enter in the system's dialog, which was answered
    clerk.wait(printed.exists)
    with capsys.disabled():
        sys.stdout.write(f"\nkeys of a certificate for somebody known: {clerk.pressed}\n")
    assert clerk.pressed <= MOST_KEYS
    kept = clerk.station.certificates.register()[0]
    assert (kept.holder, kept.purpose) == (person.particulars.name, PURPOSE)


def some_names(clerk):
    lines = clerk.station.lists.lines(range(1, 60)).values()
    text = "\n".join(line.name for line in lines)
    matches = clerk.station.certificate_batches.match("honour", text)
    return [match.wanted.name for match in matches if match.kind == "one"][:5]


def test_a_batch_is_drawn_up_approved_and_printed_by_keys_alone(clerk, printed, capsys):
    page, batches = at_certificates(clerk), clerk.station.certificate_batches
    names = some_names(clerk)
    clerk.pressed = 0
    clerk.press("Ctrl+B", "Ctrl+N")
    clerk.wait(lambda: page.batches.maker.form is not None)
    form = page.batches.maker.form
    clerk.wait(form.occasion.line.hasFocus)
    clerk.type("2026年度评选")
    clerk.press("Tab")
    clerk.wait(form.people.editor.hasFocus)
    QApplication.clipboard().setText("\n".join(names))
    clerk.press("Ctrl+V")
    clerk.wait(lambda: form.found.text() == f"People found: {len(names)}")
    clerk.press("Tab", "Tab")
    clerk.type("2026年度评选")
    clerk.press("Tab")
    clerk.type("优秀志愿者")
    clerk.press("Tab", "Tab", "Tab")
    clerk.type("ruhu")
    clerk.press("Return", "Ctrl+Return")
    clerk.wait(batches.batches)
    clerk.wait(lambda: page.batches.side._batch is not None)
    answer_printer(page.batches.side.panel, printed)
    clerk.wait(page.batches.side.acts.approve.hasFocus)
    clerk.press("Return", "Return")
    clerk.wait(page.batches.side.panel.print_button.hasFocus)
    clerk.press("Return")
    clerk.wait(printed.exists)
    clerk.wait(lambda: page_count(printed) == len(names))
    with capsys.disabled():
        sys.stdout.write(f"\nkeys of a batch besides what is written: {clerk.pressed}\n")
    [batch] = batches.batches()
    assert [each.holder for each in batch.members] == names
    assert {each.stage for each in batch.members} == {Stage.PRINTED}


def page_count(path):
    try:
        return len(page_sizes(path.read_bytes()))
    except Exception:  # noqa: BLE001 - still being written
        return 0
