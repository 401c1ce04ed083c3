"""Verifying a certificate at the window: a scanner types, the verdict is shown."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt

from station_app.domain.certificate_numbers import check_of
from station_app.domain.paper_code.judging import Verdict
from station_app.services.certificates.issuing import ResidenceRequest
from station_app.services.certificates.preview import keywords_of
from ui.certificates.verdict_words import VerdictWords
from ui.kit.composing import TAKES_CARDS
from ui.kit.tokens import Tone


@pytest.fixture
def paper(named_station, person):
    request = ResidenceRequest(resident_id=person.id, purpose="办理入学手续")
    return named_station.certificates.issue(request).value


@pytest.fixture
def view(page, paper):
    page.show_view("verify")
    return page.verifying


def scan(keyboard, digits):
    keyboard.type(digits)
    keyboard.press(Qt.Key.Key_Return)


def shown(qtbot, view, word):
    qtbot.waitUntil(lambda: view.stack.currentIndex() == 1 and view.verdict.word.text() == word)


def test_a_scan_is_judged_by_the_enter_that_ends_it(qtbot, view, paper, keyboard):
    scan(keyboard, keywords_of(paper.pdf))
    shown(qtbot, view, "Genuine and in force")
    told = {title: value.text() for title, value in view.verdict.values.items()}
    assert (told["Number"], told["Name"]) == (paper.number, "张三")
    assert told["Check digit"] == check_of(paper.number)
    assert told["Document"] == "110000********0013"
    assert told["用途"] == "办理入学手续"
    assert told["致"] == "—"


def test_the_next_scan_takes_the_place_of_the_one_before(qtbot, view, paper, keyboard):
    digits = keywords_of(paper.pdf)
    scan(keyboard, digits)
    shown(qtbot, view, "Genuine and in force")
    scan(keyboard, digits[:-1])
    shown(qtbot, view, "Not read correctly")
    assert view.entry.field.value() == digits[:-1]
    assert view.verdict.values == {}
    assert not view.verdict.compare.isVisible()


def test_hundreds_of_digits_at_once_are_taken_in_a_moment(qtbot, view, keyboard):
    before = time.monotonic()
    view.entry.field.text.insertPlainText("86" + "1" * 900)
    assert time.monotonic() - before < 0.5
    assert view.entry.count.text() == "902 digits"


def test_the_last_digits_of_a_scan_are_not_taken_for_a_card(view):
    assert view.entry.field.text.property(TAKES_CARDS)


def test_a_verdict_goes_when_something_else_is_typed(qtbot, view, paper, keyboard):
    scan(keyboard, keywords_of(paper.pdf))
    shown(qtbot, view, "Genuine and in force")
    keyboard.type("8")
    assert view.stack.currentIndex() == 0


def test_nothing_to_judge_says_what_to_do_first(view):
    assert not view.entry.verify.isEnabled()
    assert view.entry.verify.toolTip() == "Scan or type the digits of a code first."


def test_a_void_one_says_since_when(qtbot, named_station, view, paper, keyboard):
    named_station.certificates.void(paper.id, "写错", version=1)
    scan(keyboard, keywords_of(paper.pdf))
    shown(qtbot, view, "Void")
    assert view.verdict.values["Void since"].text() == named_station.clock.today().isoformat()


def test_a_pdf_is_opened(qtbot, view, paper, tmp_path):
    file = tmp_path / "证明.pdf"
    file.write_bytes(paper.pdf)
    view._choose = lambda *_args, **_words: file
    view.entry.open.click()
    shown(qtbot, view, "Genuine and in force")


def test_the_page_is_saved_with_its_ending(qtbot, view, desk):
    view.save_page.click()
    file = desk.folder / desk.asked_to_save[0]
    qtbot.waitUntil(file.exists)
    assert file.suffix == ".html"
    assert "证明核验" in file.read_text(encoding="utf-8")


def test_printing_here_does_nothing(page, view, desk, keyboard):
    keyboard.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert desk.printed == []


def test_every_verdict_has_its_word_its_meaning_and_a_colour(qapp):
    words = VerdictWords()
    told = {verdict: (words.word(verdict), words.meaning(verdict)) for verdict in Verdict}
    assert len(set(told.values())) == len(Verdict)
    assert [verdict for verdict in Verdict if words.tone(verdict) is Tone.OK] == [Verdict.VALID]
