from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QPushButton

from station_app.domain.counter.cases import CaseDraft
from station_app.domain.counter.items import id_of_shipped
from station_app.domain.residents.households import HouseholdDraft
from station_app.domain.residents.people import Verification
from station_app.services.certificates.issuing import ResidenceRequest
from tests.ui.residents.hands import wait_for_names
from ui.kit.buttons import IconButton
from ui.kit.masked import MaskedLabel
from ui.kit.words import Pill


def texts(panel):
    """Return all that is read on the page in sight."""
    return [label.text() for label in panel.pages.findChildren(QLabel) if label.isVisibleTo(panel)]


def pills(panel):
    return [pill.text() for pill in panel.findChildren(Pill) if pill.isVisibleTo(panel)]


def buttons(panel, text):
    return [each for each in panel.pages.findChildren(QPushButton) if each.text() == text]


def buttons_in_sight(panel, text):
    return [each for each in buttons(panel, text) if each.isVisibleTo(panel)]


def wait_for_text(qtbot, panel, text):
    qtbot.waitUntil(lambda: any(text in each for each in texts(panel)))


def a_picture():
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImage(40, 30, QImage.Format.Format_RGB32).save(buffer, "PNG")
    return bytes(buffer.data())


def test_the_file_shows_who_somebody_is(three, open_file, qtbot):
    file = open_file(three[0])
    assert file.title.text() == "白富"
    assert file.subtitle.text() == "男 · 36 years · 1990-01-01"
    wait_for_text(qtbot, file, "幸福里3幢1单元201室")
    assert {"户籍人口", "党员"} <= set(pills(file))


def test_numbers_are_masked_until_they_are_asked_for(station, three, open_file, qtbot):
    file = open_file(three[0])
    number, phone = file.pages.findChildren(MaskedLabel)
    assert number.value_label.text() == "110000********0013"
    assert phone.value_label.text() == "138****0001"
    number.show_asked.emit()
    qtbot.waitUntil(number.is_revealed)
    assert number.value_label.text() == "110000199001010013"


def test_members_lead_to_one_another_and_back(station, three, open_file, qtbot):
    first, second, _ = three
    household = station.households.found(
        first.id, HouseholdDraft(number="7"), version=first.version
    ).value
    station.households.join(second.id, household, "10", version=second.version)
    file = open_file(first)
    link = next(each for each in file.pages.findChildren(QPushButton) if each.text() == "曾娜")
    link.click()
    qtbot.waitUntil(lambda: file.key() == second.id)
    assert file._back.isVisibleTo(file)
    file.go_back()
    qtbot.waitUntil(lambda: file.key() == first.id)
    assert not file._back.isVisibleTo(file)


def test_facts_verified_long_ago_are_marked(station, three, open_file, qtbot):
    person = three[0]
    fact = Verification(on=date(2024, 1, 1), how="visit", by="王晓")
    station.residents.verify(person.id, fact, version=person.version)
    file = open_file(person)
    qtbot.waitUntil(lambda: "790 days ago, too old" in pills(file))


def test_former_addresses_are_listed(station, three, open_task, save, page, qtbot):
    task = open_task(three[0], "move")
    task.task.form.address.set_value("幸福里5-1-301")
    save()
    wait_for_text(qtbot, page.file, "幸福里5幢1单元301室")
    wait_for_text(qtbot, page.file, "幸福里3幢1单元201室")


def test_the_bin_is_left_again(station, three, open_file, page, qtbot):
    file = open_file(three[0])
    file.acts.put_into_bin()
    qtbot.waitUntil(lambda: file._binned.isVisibleTo(file))
    assert not file.bar.edit.isEnabled()
    assert "bin" in file.bar.edit.toolTip()
    file.acts.take_from_bin()
    qtbot.waitUntil(lambda: not file._binned.isVisibleTo(file))
    assert file.bar.edit.isEnabled()


def test_putting_into_the_bin_can_be_undone(station, three, open_file, qtbot, operations):
    file = open_file(three[0])
    file.acts.put_into_bin()
    qtbot.waitUntil(lambda: operations.latest_label() == "Put 白富 into the bin")
    operations.undo()
    qtbot.waitUntil(lambda: not station.residents.resident(three[0].id).is_binned)


def test_history_tells_each_field_and_puts_it_back(station, three, open_task, save, page, qtbot):
    task = open_task(three[0], "correct_particulars")
    task.task.form.fields["phone"].set_value("13900000002")
    task.task.form.fields["education"].set_value("20")
    save()
    page.file.show_page("history")
    wait_for_text(qtbot, page.file, "138****0001 → 139****0002")
    wait_for_text(qtbot, page.file, "– → 大学本科教育")
    restore = next(
        each for each in page.file.pages.findChildren(IconButton) if "138**" in each.toolTip()
    )
    restore.click()
    qtbot.waitUntil(
        lambda: station.residents.resident(three[0].id).particulars.phone == "13800000001"
    )


def test_documents_in_the_history_stay_masked(station, three, open_file, qtbot):
    person = three[0]
    station.residents.keep_documents(person.id, (), version=person.version)
    file = open_file(person)
    file.show_page("history")
    wait_for_text(qtbot, file, "居民身份证 110000********0013 → –")
    assert not any("110000199001010013" in each for each in texts(file))


def test_a_file_is_kept_looked_at_and_given_out(station, three, open_file, page, qtbot, tmp_path):
    file = open_file(three[0])
    scan = tmp_path / "身份证.png"
    scan.write_bytes(a_picture())
    file.acts.files.attach(scan)
    qtbot.waitUntil(lambda: bool(file.acts.person.file.attachments))
    kept = file.acts.person.file.attachments[0]
    file.acts.files.save_copy(kept, tmp_path / "copy.png")
    qtbot.waitUntil((tmp_path / "copy.png").exists)
    assert (tmp_path / "copy.png").read_bytes() == scan.read_bytes()
    file.acts.files.view(kept)
    qtbot.waitUntil(lambda: page.side.currentWidget() is not file)
    viewer = page.side.currentWidget()
    qtbot.waitUntil(lambda: len(viewer.pages) == 1)
    viewer.closed.emit()
    assert page.side.currentWidget() is file


def test_a_file_of_another_kind_is_refused(three, open_file, qtbot, tmp_path, operations):
    file = open_file(three[0])
    (tmp_path / "note.txt").write_text("text")
    with qtbot.waitSignal(operations.failed_unheard) as refused:
        file.acts.files.attach(tmp_path / "note.txt")
    assert refused.args[0].reason == "attachment.kind"


def test_a_certificate_issued_leads_to_its_room(station, three, open_file, qtbot, doings):
    person = three[0]
    fact = Verification(on=date(2026, 2, 1), how="visit", by="王晓")
    station.residents.verify(person.id, fact, version=person.version)
    request = ResidenceRequest(resident_id=person.id, purpose="子女入学")
    issued = station.certificates.issue(request).value
    file = open_file(person)
    file.pages.choice.set_value("papers")
    file.pages.choice.changed.emit("papers")
    qtbot.waitUntil(lambda: bool(buttons(file, issued.number)))
    buttons(file, issued.number)[0].click()
    assert doings.opened == [("certificate", issued.id)]


def test_a_case_of_the_window_leads_to_it(station, three, open_file, qtbot, doings):
    person = three[0]
    draft = CaseDraft(item_id=id_of_shipped("minimum-living"), resident_id=person.id)
    case = station.cases.draft(draft).value
    file = open_file(person)
    file.pages.choice.set_value("papers")
    file.pages.choice.changed.emit("papers")
    qtbot.waitUntil(lambda: bool(buttons(file, "最低生活保障申请协助")))
    buttons(file, "最低生活保障申请协助")[0].click()
    assert doings.opened == [("case", case)]


def test_something_is_begun_for_whoever_is_shown(three, open_file, qtbot, doings):
    file = open_file(three[0])
    file.bar.case.click()
    assert doings.opened == [("case-for", three[0].id)]


def test_papers_list_documents_and_certificates(three, open_file, page, qtbot, doings):
    file = open_file(three[0])
    file.pages.choice.set_value("papers")
    file.pages.choice.changed.emit("papers")
    wait_for_text(qtbot, file, "居民身份证")
    file.acts.ask_certificate()
    assert doings.opened == [("certificate-for", three[0].id)]


def test_the_page_of_papers_left_open_tells_the_certificates_of_the_next_person(
    station, three, open_file, page, qtbot
):
    person = three[0]
    fact = Verification(on=date(2026, 2, 1), how="visit", by="王晓")
    station.residents.verify(person.id, fact, version=person.version)
    request = ResidenceRequest(resident_id=person.id, purpose="子女入学")
    issued = station.certificates.issue(request).value
    file = open_file(three[2])
    file.pages.choice.set_value("papers")
    file.pages.choice.changed.emit("papers")
    wait_for_text(qtbot, file, "None.")
    page.show_person(person.id)
    qtbot.waitUntil(lambda: bool(buttons(file, issued.number)))
    page.show_person(three[2].id)
    wait_for_text(qtbot, file, "None.")
    assert buttons_in_sight(file, issued.number) == []


@pytest.mark.parametrize("kind", ["resident", "household", "dwelling"])
def test_a_record_found_opens_the_file(station, three, page, qtbot, kind):
    person = three[0]
    station.households.found(
        person.id,
        HouseholdDraft(dwelling_id=person.living.dwelling_id),
        version=person.version,
    )
    person = station.residents.resident(person.id)
    key = {
        "resident": person.id,
        "household": person.household_id,
        "dwelling": person.living.dwelling_id,
    }[kind]
    page.open_record(kind, key)
    qtbot.waitUntil(lambda: page.file.key() == person.id)
    qtbot.waitUntil(lambda: page.table.view.current_key() == person.seq)


def test_a_dwelling_opens_who_lives_there_without_a_household(three, page, qtbot):
    page.open_record("dwelling", three[1].living.dwelling_id)
    qtbot.waitUntil(lambda: page.file.key() == three[1].id)


def test_what_cannot_be_done_says_why(three, open_file):
    file = open_file(three[2])
    file.bar.more.menu_shown.aboutToShow.emit()
    texts_of = [action.text() for action in file.bar.more.menu_shown.actions()]
    assert "Leave the household – belongs to no household" in texts_of


def test_a_cursor_left_behind_puts_nobody_in_the_place_of_who_was_asked_for(three, page, qtbot):
    wait_for_names(qtbot, page, ["白富", "曾娜", "张三"])
    page.show_person(three[1].id)
    qtbot.waitUntil(lambda: page.table.view.current_key() == three[1].seq)
    seen, cursor = [], page.table.line_cursor
    page.table.view.selectRow(0)
    cursor._pause.timeout.emit()  # whose line that is will be told late
    page.show_person(three[2].id)
    page.file.shown.connect(seen.append)
    qtbot.waitUntil(lambda: page.table.view.current_key() == three[2].seq)
    qtbot.waitUntil(lambda: page.file.key() == three[2].id)
    assert seen == [three[2].id]


def test_keys_pressed_meanwhile_keep_the_cursor_from_being_moved(three, page, qtbot):
    wait_for_names(qtbot, page, ["白富", "曾娜", "张三"])
    page.table.line_cursor.hold()
    page.table.view.selectRow(1)
    assert not page.table.line_cursor.go_to(three[2].seq)
    assert page.table.view.current_key() == three[1].seq
