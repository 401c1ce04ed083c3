"""The last step, and what was brought in before: counted, set aside, stopped, taken back."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest

from station_app.domain.errors import RefusedError, StoreFullError
from station_app.domain.imports import Batch
from station_app.domain.residents.people import Verification
from station_app.services.certificates.issuing import ResidenceRequest
from tests.factories import TODAY
from tests.ui.imports.conftest import HEAD, LI, ZHANG, bring_in
from ui.imports import rows_set_aside
from ui.imports.counts import CountCard
from ui.imports.words import PHASES, SINCE, phase_words, work_since
from ui.kit.words import ElidedLabel, Pill, Words


@pytest.fixture
def step(wizard, roster):
    wizard.to_result(roster)
    return wizard.page.result_step


@pytest.fixture
def said(context):
    """Return the notices as they were said."""
    return lambda: [each.text for each in context.notices.kept]


def numbers(step):
    return [card.number for card in step.numbers.findChildren(CountCard)]


def change_somebody(station, name="张三"):
    """Let a clerk correct somebody whom an import has brought."""
    key = station.search.find(name)[0].key
    person = station.residents.resident(key)
    fact = Verification(on=TODAY, how="visit", by="赵网格")
    station.residents.verify(key, fact, version=person.version)
    return key


def a_batch(**changes):
    counts = {"added": 12_345, "changed": 1_000, "refused": {"a": 1_200, "b": 34}}
    values = {
        "id": "b1",
        "file_name": "花名册.xlsx",
        "counts": counts,
        "at": datetime(2026, 3, 1, 8, tzinfo=UTC),
        "by": "王芳",
        "is_undone": False,
    }
    return Batch(**{**values, **changes})


def test_while_it_is_brought_in_one_can_go_neither_on_nor_back(wizard, roster):
    wizard.to_forecast(roster)
    wizard.go_on()
    step = wizard.page.result_step
    assert step.missing() == "The import is not finished."
    assert not step.can_go_back()
    assert wizard.page.wizard.back.isHidden()
    wizard.wait(lambda: wizard.task.result is not None)
    assert step.missing() == ""


def test_what_was_written_cannot_be_gone_back_from(wizard, step):
    assert not step.can_go_back()
    assert wizard.page.wizard.back.isHidden()
    assert wizard.page.wizard.next.text() == "Finish"


def test_the_result_is_counted_in_the_store(step):
    assert step.lead.text() == "Counted in the store just now: 2 people, 1 households."
    assert numbers(step) == [2, 0, 0, 1]


def test_what_was_brought_in_is_no_longer_unsaved(wizard, step):
    assert not wizard.page.has_unsaved()


def test_the_cursor_is_where_the_residents_are_one_step_away(wizard, step):
    assert wizard.page.focusWidget() in {step.acts.look, wizard.page.wizard.next}


def test_people_left_as_they_were_are_counted(wizard, step, roster):
    wizard.go_on()
    wizard.to_result(roster)
    assert numbers(step) == [0, 0, 2, 1]


def test_nothing_set_aside_offers_nothing_to_save(wizard, a_book):
    wizard.to_result(a_book(居民=[HEAD, ZHANG, LI]))
    assert wizard.page.result_step.acts.save.isHidden()
    assert wizard.page.result_step.set_aside.isHidden()


def test_rows_set_aside_stand_under_their_reason(step):
    assert step.set_aside.counts == {"id_check_digit": 1}
    assert step.acts.save.isVisible()


@pytest.fixture
def chooser(monkeypatch, tmp_path):
    """The system's dialog for saving, which answers with a file in a folder of the test."""
    asked = {"answer": tmp_path / "退回.xlsx"}

    def choose(_parent, **words):
        asked.update(words)
        return asked["answer"]

    monkeypatch.setattr(rows_set_aside, "choose_save_file", choose)
    return asked


def test_the_name_for_rows_set_aside_follows_that_of_the_file(step, chooser):
    chooser["answer"] = None
    step.acts.save.click()
    assert chooser["suggested"] == "花名册 set aside.xlsx"


def test_rows_set_aside_are_saved_with_reason_and_can_be_read_again(wizard, step, chooser, said):
    step.acts.save.click()
    wizard.wait(lambda: any("rows saved" in each for each in said()))
    book = openpyxl.load_workbook(chooser["answer"])
    cells = [str(cell.value) for row in book.active.iter_rows() for cell in row if cell.value]
    assert "王五" in cells
    assert "张三" not in cells
    assert any("identity number does not match" in cell for cell in cells)
    book.close()


def test_rows_set_aside_and_put_right_come_in_with_the_rest(wizard, step, chooser, station):
    step.acts.save.click()
    wizard.wait(Path(chooser["answer"]).exists)
    book = openpyxl.load_workbook(chooser["answer"])
    for row in book.active.iter_rows():
        for cell in row:
            if cell.value == "110000199001010010":
                cell.value = "11000019900101003X"
    book.save(chooser["answer"])
    book.close()
    wizard.go_on()
    result = wizard.to_result(chooser["answer"])
    assert (result.added, result.people_in_store) == (1, 3)


def test_a_folder_that_cannot_be_written_to_is_told(wizard, step, chooser, doings, tmp_path):
    chooser["answer"] = tmp_path / "nowhere" / "a.xlsx"
    step.acts.save.click()
    wizard.wait(lambda: bool(doings.failures))
    assert doings.failures[0].reason == "file-not-written"


def test_a_dialog_that_is_left_saves_nothing(step, chooser, tmp_path):
    chooser["answer"] = None
    step.acts.save.click()
    assert not (tmp_path / "退回.xlsx").exists()


def test_leaving_while_it_is_brought_in_leaves_no_result_behind(qtbot, wizard, jobs, roster):
    wizard.to_forecast(roster)
    wizard.go_on()
    wizard.page.wizard.leave.click()
    qtbot.waitUntil(lambda: not jobs._running)
    assert wizard.task.result is None
    assert wizard.page.stack.currentIndex() == 0


def test_an_import_left_halfway_is_no_result_of_the_next(qtbot, wizard, jobs, roster, two_sheets):
    wizard.to_forecast(roster)
    wizard.go_on()
    wizard.page.begin()
    qtbot.waitUntil(lambda: not jobs._running)
    result = wizard.to_result(two_sheets)
    assert result.counts.read == 2


def test_a_stopped_import_writes_nothing_and_can_be_begun_again(qtbot, wizard, roster, station):
    wizard.to_forecast(roster)
    with station.store.transaction():  # nothing is written while somebody else writes
        wizard.go_on()
        wizard.page.result_step.bar.stop.click()
    qtbot.waitUntil(lambda: not wizard.page.result_step._turn.is_busy())
    assert wizard.page.result_step.wrong.text.text().startswith("Stopped. Nothing was written")
    assert station.imports.batches() == ()
    assert wizard.page.wizard.back.isVisible()
    wizard.go_back()
    assert wizard.bring_in().added == 2


def test_a_refusal_while_bringing_in_is_said_in_the_step(wizard):
    wizard.page.begin()
    step = wizard.page.result_step
    step._refused(RefusedError("import.undone"))
    assert step.wrong.text.text() == "This import has been taken back already."


def test_a_fault_while_bringing_in_goes_to_the_shell(wizard, doings):
    fault = ValueError("broken")
    wizard.page.result_step._refused(fault)
    assert doings.failures == [fault]


def test_each_phase_has_its_words(qapp):
    words = {phase_words(phase) for phase in PHASES}
    assert len(words) == len(PHASES)
    assert phase_words("understanding") == "Reading the rows"


def test_undoing_from_the_result_leaves_nobody(wizard, step, station, said):
    step.acts.undo.click()
    wizard.wait(lambda: any("taken back: 2 people removed" in each for each in said()))
    assert station.search.find("张三") == []
    assert not step.acts.undo.isEnabled()
    assert step.acts.undo.toolTip() == "This import was taken back."


def test_the_next_import_can_be_undone_after_one_was(wizard, step, roster, said):
    step.acts.undo.click()
    wizard.wait(lambda: any("removed" in each for each in said()))
    wizard.go_on()
    wizard.to_result(roster)
    assert step.acts.undo.isEnabled()


def test_an_import_built_upon_is_not_taken_back_and_says_by_how_much(wizard, step, station, said):
    change_somebody(station)
    step.acts.undo.click()
    wizard.wait(lambda: any("can no longer be taken back" in each for each in said()))
    assert "Records changed: 1" in said()[-1]
    assert step.acts.undo.isEnabled()
    assert not station.imports.batches()[0].is_undone


def test_a_certificate_issued_since_is_counted(wizard, step, station, said):
    station.settings.change(name="石头城社区居民委员会", word="石社证字")
    key = change_somebody(station)
    station.certificates.issue(ResidenceRequest(resident_id=key, purpose="入学"))
    step.acts.undo.click()
    wizard.wait(lambda: any("Certificates issued: 1" in each for each in said()))


@pytest.mark.parametrize("kind", SINCE)
def test_each_kind_of_later_work_has_its_words(qapp, kind):
    assert work_since({kind: 1_234}).endswith(": 1,234")


def test_several_kinds_of_later_work_stand_one_after_the_other(qapp):
    assert work_since({"changed": 2, "periods": 1}).count(" · ") == 1


def test_taking_back_what_was_taken_back_goes_to_the_shell(wizard, step, station, doings):
    batch = station.imports.batches()[0].id
    station.imports.undo(batch)
    wizard.page.taking_back.take_back(batch)
    wizard.wait(lambda: bool(doings.failures))
    assert doings.failures[0].reason == "import.undone"


def test_undoing_by_the_keys_of_undo_takes_the_import_back(wizard, step, operations, station):
    assert operations.latest_label() == "Brought in 花名册.xlsx"
    operations.undo()
    wizard.wait(lambda: station.imports.batches()[0].is_undone)


def test_the_list_tells_file_counts_and_day(page):
    page.past.show_batches([a_batch()])
    told = {each.text() for each in page.past._grid.findChildren(Words)}
    assert "花名册.xlsx" in told
    assert "12,345 added, 1,000 changed, 1,234 set aside" in told
    assert any(each.startswith("2026-03-01") for each in told)


def test_an_import_that_was_taken_back_has_no_button(page):
    page.past.show_batches([a_batch(is_undone=True)])
    assert page.past.undo_buttons == {}
    assert [pill.text() for pill in page.past._grid.findChildren(Pill)] == ["taken back"]


def test_a_name_too_long_for_the_list_is_shortened(page):
    page.past.show_batches([a_batch(file_name="很长" * 60 + ".xlsx")])
    assert page.past._grid.findChild(ElidedLabel).text().endswith(".xlsx")


def test_without_imports_the_list_says_what_to_do(page):
    page.past.show_batches([a_batch()])
    page.past.show_batches([])
    assert page.past.empty.isVisibleTo(page.past)
    assert not page.past.card.isVisibleTo(page.past)


def test_a_button_in_the_list_is_pressed_once(qtbot, page):
    page.past.show_batches([a_batch()])
    button = page.past.undo_buttons["b1"]
    page.past.undo_asked.disconnect(page.taking_back.take_back)
    with qtbot.waitSignal(page.past.undo_asked) as asked:
        button.click()
    button.click()
    assert asked.args == ["b1"]
    assert not button.isEnabled()


def test_a_refusal_gives_the_button_of_the_list_back(wizard, roster, station, said):
    past = wizard.to_past(roster)
    change_somebody(station)
    (button,) = past.undo_buttons.values()
    button.click()
    wizard.wait(lambda: any("can no longer be taken back" in each for each in said()))
    wizard.wait(lambda: all(each.isEnabled() for each in past.undo_buttons.values()))


def test_the_latest_import_stands_first(wizard, roster, two_sheets, station, clock):
    bring_in(station, roster)
    clock.moment = clock.moment.replace(hour=9)
    bring_in(station, two_sheets)
    wizard.page._refresh()
    wizard.wait(lambda: len(wizard.page.past.undo_buttons) == 2)
    names = [each.text() for each in wizard.page.past._grid.findChildren(ElidedLabel)]
    assert names == ["两网格.xlsx", "花名册.xlsx"]


def test_the_list_follows_what_is_done_elsewhere(wizard, page, context, roster, station):
    file = station.imports.read(roster, _Silent())
    context.operations.perform(
        lambda progress: station.imports.bring_in(file, progress), owner=page
    )
    wizard.wait(lambda: len(page.past.undo_buttons) == 1)


class _Silent:
    def step(self, *_told):
        """Go on."""


def test_arriving_again_stays_in_the_step_one_was_in(wizard, roster):
    wizard.to_columns(roster)
    wizard.page.arrive()
    assert wizard.page.wizard.isVisible()
    assert wizard.at() is wizard.page.columns_step


def test_leaving_forgets_the_file(wizard, roster):
    wizard.to_columns(roster)
    assert wizard.page.has_unsaved()
    wizard.page.wizard.leave.click()
    assert not wizard.page.has_unsaved()
    assert wizard.page.past.isVisible()


def test_two_sheets_come_in_as_one_import(wizard, two_sheets, station):
    result = wizard.to_result(two_sheets)
    assert result.added == 2
    assert len(station.imports.batches()) == 1


def test_the_error_of_a_store_is_left_to_the_shell(page, doings):
    fault = StoreFullError()
    page.taking_back._not_taken_back(fault)
    assert doings.failures == [fault]
