from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from shiboken6 import isValid

from station_app.domain.identity.documents import DocumentKind
from station_app.domain.residents.standing import Standing


def now(station, person):
    return station.residents.resident(person.id)


def test_particulars_are_corrected_and_undone(station, three, open_task, qtbot, operations):
    task = open_task(three[0], "correct_particulars")
    task.task.form.fields["employer"].set_value("幸福里小学")
    qtbot.keyClick(
        task.task.form.fields["name"].editor,
        Qt.Key.Key_Return,
        Qt.KeyboardModifier.ControlModifier,
    )
    qtbot.waitUntil(lambda: now(station, three[0]).particulars.employer == "幸福里小学")
    qtbot.waitUntil(lambda: operations.latest_label() == "Corrected 白富")
    operations.undo()
    qtbot.waitUntil(lambda: now(station, three[0]).particulars.employer == "")


def test_a_name_is_needed(station, three, open_task):
    task = open_task(three[0], "correct_particulars")
    task.task.form.fields["name"].set_value("")
    task.submit()
    assert task.task.form.note("name") == "Type the name."


def test_an_odd_phone_is_marked_and_saved_all_the_same(station, three, open_task, save):
    task = open_task(three[0], "correct_particulars")
    task.task.form.fields["phone"].set_value("12345")
    task.task.form.checked.emit()
    assert "12345" in task.task.form.note("phone")
    save()
    assert now(station, three[0]).particulars.phone == "12345"


def test_what_was_typed_is_offered_back(three, open_task, page, qtbot, context):
    task = open_task(three[0], "correct_particulars")
    task.task.form.fields["note"].set_value("要回访")
    qtbot.keyClick(task.task.form.fields["name"].editor, Qt.Key.Key_Escape)
    assert page.side.currentWidget() is page.file
    assert page.has_unsaved()
    context.notices.press_latest()
    assert page.side.task() is task
    assert task.task.form.fields["note"].value() == "要回访"


def test_what_is_gone_on_with_stays(three, open_task, page, qtbot, context):
    task = open_task(three[0], "correct_particulars")
    task.task.form.fields["note"].set_value("要回访")
    task.leave()
    notice = context.notices.shown()[-1]
    notice.action.click()
    qtbot.waitUntil(lambda: not isValid(notice))
    qtbot.waitUntil(lambda: page.side.task() is task and task.isVisible())
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert isValid(task)
    assert task.task.form.fields["note"].value() == "要回访"


def test_what_nobody_goes_on_with_is_let_go_but_its_draft_kept(
    three, open_task, page, qtbot, context
):
    task = open_task(three[0], "correct_particulars")
    task.task.form.fields["note"].set_value("要回访")
    task.leave()
    context.notices.shown()[-1].leave()
    qtbot.waitUntil(lambda: not isValid(task))
    again = open_task(three[0], "correct_particulars")
    assert again.task.form.fields["note"].value() == "要回访"


def test_a_draft_comes_back_with_the_same_form(three, open_task, page, qtbot, context):
    task = open_task(three[0], "correct_particulars")
    task.task.form.fields["note"].set_value("要回访")
    task.leave()
    context.notices.clear()
    again = open_task(three[0], "correct_particulars")
    assert again.task.form.fields["note"].value() == "要回访"
    again._keeping._start_afresh()
    assert again.task.form.fields["note"].value() == ""
    assert not page.has_unsaved()


def test_documents_are_added_and_checked(station, three, open_task, save):
    form = open_task(three[1], "correct_documents").task.form
    form.add_entry()
    form.fields["documents.0"].set_value("110000199001010014")
    form.submitted.emit()
    assert "last character" in form.note("documents.0")
    form.fields["documents.0.kind"].set_value("cn_passport")
    form.fields["documents.0"].set_value("E12345678")
    save()
    document = now(station, three[1]).documents[0]
    assert (document.kind, document.number) == (DocumentKind.CN_PASSPORT, "E12345678")
    assert document.is_primary


def test_the_number_of_another_person_leads_to_that_person(three, open_task, page, qtbot):
    task = open_task(three[1], "correct_documents")
    task.task.form.add_entry()
    task.task.form.fields["documents.0"].set_value("110000199001010013")
    task.submit()
    qtbot.waitUntil(task.refusals.same_number.isVisible)
    task.person_asked.emit(three[0].id)
    qtbot.waitUntil(lambda: page.file.key() == three[0].id)


def test_one_document_identifies_its_holder(three, open_task):
    form = open_task(three[0], "correct_documents").task.form
    form.add_entry()
    form.fields["documents.1.primary"].set_value(True)
    assert [each.is_primary for each in form.draft().entries] == [False, True]
    form.take_out(0)
    assert len(form.draft().entries) == 1


def test_tags_are_given_and_ended(station, three, open_task, save):
    form = open_task(three[0], "correct_tags").task.form
    form.add_entry()
    form.fields["tags.1.code"].set_value("volunteer")
    form.fields["tags.0"].set_value(date(2026, 2, 1))
    save()
    tags = station.lists.file(three[0].id).tags
    assert [(tag.code, tag.until) for tag in tags] == [
        ("party_member", date(2026, 2, 1)),
        ("volunteer", None),
    ]


def test_a_tag_ends_after_it_begins(three, open_task):
    form = open_task(three[0], "correct_tags").task.form
    form.fields["tags.0.since"].set_value(date(2026, 2, 1))
    form.fields["tags.0"].set_value(date(2026, 1, 1))
    form.submitted.emit()
    assert form.note("tags.0") == "It ends before it begins."


def test_the_registration_decides_the_standing(station, three, open_task, save):
    form = open_task(three[0], "correct_hukou").task.form
    form.local.set_value("elsewhere")
    form.address.set_value("某省某县某村")
    save()
    assert now(station, three[0]).standing is Standing.INCOMER


def test_the_basis_of_living_is_corrected(station, three, open_task, save):
    form = open_task(three[0], "correct_living").task.form
    form.basis.set_value("rent")
    form.since.set_value(date(2020, 5, 1))
    save()
    assert now(station, three[0]).living.basis == "rent"


def test_a_verification_is_recorded(station, three, open_task, save):
    form = open_task(three[0], "record_verification").task.form
    form.submitted.emit()
    assert form.note("how") == "Choose how the facts were verified."
    form.how.set_value("visit")
    form.by.set_value("王晓")
    save()
    assert now(station, three[0]).verified.on == date(2026, 3, 1)


def test_a_death_is_noted_and_undone(station, three, open_task, save, operations, qtbot):
    form = open_task(three[0], "note_death").task.form
    form.on.set_value(date(2027, 1, 1))
    form.submitted.emit()
    assert form.note("on") == "This day is still to come."
    form.on.set_value(date(2026, 2, 28))
    save()
    assert now(station, three[0]).standing is Standing.DEAD
    operations.undo()
    qtbot.waitUntil(lambda: now(station, three[0]).standing is Standing.SETTLED)


def test_a_move_is_told_before_it_is_made(station, three, household, open_task, save):
    form = open_task(three[0], "move").task.form
    assert form.sentence.text.text() == "Type where to."
    form.address.set_value("幸福里5-1-301")
    assert "白富 will live at 幸福里5幢1单元301室 from 2026-03-01." in form.sentence.text.text()
    assert "They stay in their household." in form.sentence.text.text()
    save()
    assert now(station, three[0]).living_text == "幸福里5幢1单元301室"
    assert now(station, three[1]).living_text == "幸福里3幢1单元202室"


def test_a_whole_household_moves_at_once(station, three, household, open_task, save, page):
    form = open_task(three[0], "move").task.form
    for box in form._boxes.values():
        box.set_value(True)
    form.address.set_value("幸福里5-1-301")
    assert "The whole household goes along." in form.sentence.text.text()
    save()
    assert station.households.household(household).address == "幸福里5幢1单元301室"
    assert now(station, three[1]).living_text == "幸福里5幢1单元301室"


def test_somebody_moves_out_of_the_community(station, three, open_task, save):
    form = open_task(three[1], "move").task.form
    form.way._group.button(1).click()
    form.left_to.set_value("某市")
    assert form.sentence.text.text().startswith("曾娜 will have left the community on 2026-03-01")
    save()
    assert now(station, three[1]).standing is Standing.LEFT


def test_nobody_can_move_without_being_ticked(three, open_task):
    form = open_task(three[0], "move").task.form
    form._boxes[three[0].id].set_value(False)
    form.submitted.emit()
    assert form.note("who") == "Tick at least one person."


def test_a_household_is_founded(station, three, open_task, save):
    form = open_task(three[2], "of_household.found").task.form
    form.number.set_value("0099")
    save()
    kept = station.lists.file(three[2].id).household
    assert kept.particulars.number == "0099"
    assert kept.members[0].is_head()


def test_a_household_number_that_is_taken_is_refused(
    station, three, household, open_task, doings, qtbot
):
    task = open_task(three[2], "of_household.found")
    task.task.form.number.set_value("7")
    task.submit()
    qtbot.waitUntil(lambda: bool(doings.failures))
    assert doings.failures[0].reason == "household.number-taken"
    assert task.task.form.save.isEnabled()


def test_somebody_of_the_register_joins(station, three, household, open_task, save, qtbot):
    form = open_task(three[0], "of_household.add_known").task.form
    form.member.line.setText("张三")
    form.member.line.textEdited.emit("张三")
    qtbot.waitUntil(lambda: form.member.found.count() == 1)
    form.member.take_first()
    form.relation.set_value("50")
    save()
    assert now(station, three[2]).household_id == household


def test_another_member_heads_the_household(station, three, household, open_task, save):
    form = open_task(three[0], "of_household.change_head").task.form
    form.member.set_value(three[1].id)
    save()
    heads = [m.name for m in station.households.household(household).members if m.is_head()]
    assert heads == ["曾娜"]


def test_a_household_is_corrected_and_left(
    station, three, household, open_task, save, page, qtbot
):
    form = open_task(three[0], "of_household.correct").task.form
    form.number.set_value("8")
    save()
    assert station.households.household(household).particulars.number == "8"
    qtbot.waitUntil(lambda: page.file.acts.person.file.household.particulars.number == "8")
    page.file.acts.of_household.leave()
    qtbot.waitUntil(lambda: now(station, three[0]).household_id == "")
