from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QDialog

from station_app.services.certificates.preview import page_sizes, picture
from tests.ui.kit.test_paper_view import paper
from ui.kit.printing import choose_printer, paint_pdf, remember, set_up

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def printer(tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setResolution(150)
    return printer


def printed(tmp_path):
    return (tmp_path / "printed.pdf").read_bytes()


def test_each_page_goes_on_a_sheet_of_its_size(tmp_path, printer):
    pdf = paper(pages=3)
    set_up(printer, pdf, kind="letter")
    paint_pdf(printer, pdf)
    sizes = page_sizes(printed(tmp_path))
    assert len(sizes) == 3
    assert all(abs(w - 210) < 1 and abs(h - 297) < 1 for w, h in sizes)


def test_what_is_printed_lies_where_it_lies_on_the_paper(tmp_path, printer):
    pdf = paper()
    set_up(printer, pdf, kind="letter")
    paint_pdf(printer, pdf)
    assert ink(pdf) == pytest.approx(ink(printed(tmp_path)), abs=3)


def ink(pdf):
    """Return the first row and column of the first page, at 100 dpi, that are not white."""
    page = picture(pdf, 0, dpi=100)
    rows = [
        page.pixels[row * page.width * 4 : (row + 1) * page.width * 4]
        for row in range(page.height)
    ]
    dark = [(at, row) for at, row in enumerate(rows) if min(row[0::4]) < 128]
    left = min(next(i for i, v in enumerate(row[0::4]) if v < 128) for _, row in dark)
    return dark[0][0], left


def test_a_lying_page_is_printed_lying(printer):
    set_up(printer, paper(size=(841.89, 595.28)), kind="register")
    assert printer.pageLayout().orientation() is QPageLayout.Orientation.Landscape
    assert printer.pageLayout().pageSize().id() is QPageSize.PageSizeId.A4


def test_choices_are_remembered_for_each_kind_of_paper(printer):
    set_up(printer, paper(), kind="letter")
    printer.setCopyCount(3)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    remember(printer, "letter")
    again, other = QPrinter(), QPrinter()
    set_up(again, paper(), kind="letter")
    set_up(other, paper(), kind="slip")
    assert (again.copyCount(), other.copyCount()) == (3, 1)
    assert again.pageLayout().pageSize().id() is QPageSize.PageSizeId.A5
    assert other.pageLayout().pageSize().id() is QPageSize.PageSizeId.A4


def test_a_work_that_is_stopped_prints_no_further(printer, stopped):
    pdf = paper(pages=2)
    set_up(printer, pdf, kind="letter")
    with pytest.raises(InterruptedError):
        paint_pdf(printer, pdf, stopped)


@pytest.fixture
def stopped():
    class Stopped:
        def step(self, *_progress):
            raise InterruptedError

    return Stopped()


def test_the_dialog_can_be_left_without_printing(qtbot):
    window = QDialog()
    qtbot.addWidget(window)

    def leave():
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        dialog.reject()

    QTimer.singleShot(200, leave)
    assert choose_printer(window, paper(), kind="letter", title="x", copies=2) is None
