from __future__ import annotations

from ui.imports.words import LEAVE_OUT


def read(qtbot, page, roster):
    page.begin()
    page.file_step.read(roster)
    qtbot.waitUntil(lambda: page.task.file is not None, timeout=20_000)


def forecast(qtbot, page, roster):
    read(qtbot, page, roster)
    page.wizard.go_on()
    page.wizard.go_on()
    qtbot.waitUntil(lambda: page.task.forecast is not None, timeout=20_000)


def bring_in(qtbot, page, roster):
    forecast(qtbot, page, roster)
    page.wizard.go_on()
    qtbot.waitUntil(lambda: page.task.result is not None, timeout=20_000)


def test_a_first_visit_says_what_to_do(qtbot, page):
    qtbot.waitUntil(page.past.empty.isVisible)
    assert not page.past.card.isVisible()


def test_a_roster_is_found_in_the_file(qtbot, page, roster):
    read(qtbot, page, roster)
    assert page.file_step.found.isVisible()
    assert page.wizard.next.isEnabled()
    assert page.has_unsaved()


def test_what_is_no_roster_is_told_in_a_sentence(qtbot, page, tmp_path):
    path = tmp_path / "x.csv"
    path.write_text("今天,天气\n很,好\n", "utf-8")
    page.begin()
    page.file_step.read(path)
    qtbot.waitUntil(page.file_step.wrong.isVisible, timeout=20_000)
    assert not page.wizard.next.isEnabled()


def test_columns_are_matched_and_can_be_set_right(qtbot, page, roster):
    read(qtbot, page, roster)
    page.wizard.go_on()
    fields = page.columns_step.card.fields
    assert [fields[at].value() for at in range(4)] == [
        "household_number",
        "name",
        "relation",
        "id_number",
    ]
    fields[7].set_value("keep_in_note")
    fields[7].finished.emit()
    assert page.task.file.matches[0].columns[7].field == "keep_in_note"


def test_without_a_column_of_names_one_cannot_go_on(qtbot, page, roster):
    read(qtbot, page, roster)
    page.wizard.go_on()
    field = page.columns_step.card.fields[1]
    field.set_value(LEAVE_OUT)
    field.finished.emit()
    assert not page.wizard.next.isEnabled()


def test_the_trial_counts_by_reason_and_writes_nothing(qtbot, page, roster, station):
    forecast(qtbot, page, roster)
    assert page.forecast_step.refused.counts == {"id_check_digit": 1}
    assert page.task.forecast.counts.new == 2
    assert len(station.imports.batches()) == 0


def test_the_roster_is_brought_in_and_counted(qtbot, page, roster):
    bring_in(qtbot, page, roster)
    assert page.task.result.people_in_store == 2
    assert page.result_step.acts.save.isVisible()


def test_rows_set_aside_are_saved_with_their_reason(qtbot, page, roster, tmp_path):
    bring_in(qtbot, page, roster)
    path = tmp_path / "退回.xlsx"
    page.result_step.acts.rows.save_to(path)
    qtbot.waitUntil(path.exists, timeout=10_000)


def test_an_import_is_taken_back_from_the_list(qtbot, page, roster, station):
    bring_in(qtbot, page, roster)
    page.wizard.go_on()
    qtbot.waitUntil(lambda: len(page.past.undo_buttons) == 1, timeout=10_000)
    next(iter(page.past.undo_buttons.values())).click()
    qtbot.waitUntil(lambda: not page.past.undo_buttons, timeout=10_000)
    assert station.imports.batches()[0].is_undone


def test_known_people_are_asked_for_once_by_class(qtbot, page, roster, station):
    bring_in(qtbot, page, roster)
    person = station.imports.batches()
    assert len(person) == 1
    key = station.search.find("张三")[0].key
    resident = station.residents.resident(key)
    station.residents.correct(
        key,
        type(resident.particulars)(name="张三", sex="1", phone="13900139000"),
        version=resident.version,
    )
    forecast(qtbot, page, roster)
    choices = page.forecast_step.policies.choices
    assert "contact" in choices
    choices["contact"].set_value("take")
    choices["contact"].changed.emit("take")
    page.wizard.go_on()
    qtbot.waitUntil(lambda: page.task.result is not None, timeout=20_000)
    assert station.residents.resident(key).particulars.phone == "13800138000"


def test_the_residents_are_one_step_away(qtbot, page, roster, doings):
    bring_in(qtbot, page, roster)
    page.result_step.acts.look.click()
    assert doings.opened == [("residents", "")]
