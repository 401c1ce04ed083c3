"""Forms that are left: what was typed is kept and offered back."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.ui.residents.forms.works import EACH, WORKS, typed_into
from tests.ui.residents.hands import press


@EACH
def test_esc_leaves_an_untouched_form_without_a_word(look, room, qtbot, work):
    task = look(work)
    said = len(room.context.notices.kept)
    press(qtbot, task.task.form, Qt.Key.Key_Escape)
    assert room.page.side.currentWidget() is room.page.file
    assert len(room.context.notices.kept) == said
    assert not room.page.has_unsaved()


@EACH
def test_esc_offers_back_what_was_typed(look, room, qtbot, work):
    task = look(work)
    typed = typed_into(room.people, work, task.task.form)
    press(qtbot, task.task.form, Qt.Key.Key_Escape)
    notice = room.context.notices.shown()[-1]
    assert notice.text() == f"“{task.task.title}” was left without saving."
    assert notice.action.text() == "Go on editing"
    notice.action.click()
    assert room.page.side.task() is task
    assert task.task.form.draft() == typed


@EACH
def test_a_form_reopened_shows_what_was_typed_before(look, room, work):
    task = look(work)
    typed = typed_into(room.people, work, task.task.form)
    task.leave()
    room.context.notices.clear()
    again = look(work)
    assert again.task.form.draft() == typed
    assert again.banner.isVisible()
    again._keeping._start_afresh()
    assert again.task.form.draft() == again.task.form.shown


@EACH
def test_opening_another_file_leaves_the_form_with_an_offer(look, room, qtbot, work):
    task = look(work)
    typed_into(room.people, work, task.task.form)
    other = room.people[1]
    room.page.show_person(other.id)
    qtbot.waitUntil(lambda: room.page.file.key() == other.id)
    assert room.page.side.currentWidget() is room.page.file
    assert room.page.has_unsaved()
    assert room.context.notices.press_latest()
    assert room.page.side.task() is task


def test_the_draft_is_kept_every_few_seconds(look, room):
    task = look(WORKS[0])
    task.task.form.fields["note"].set_value("要回访")
    task._keeping._keep()
    assert room.page.side.shelf.kept(task.task).note == "要回访"


def test_a_clean_form_leaves_no_draft(look, room):
    task = look(WORKS[0])
    task._keeping._keep()
    assert not room.page.side.shelf


def test_a_draft_saved_is_forgotten(begin, fill, save, page):
    task = begin(WORKS[0])
    fill(WORKS[0], task.task.form)
    task._keeping._keep()
    save()
    assert not page.has_unsaved()


def test_a_notice_gone_leaves_the_draft(begin, fill, page, context):
    task = begin(WORKS[0])
    fill(WORKS[0], task.task.form)
    task.leave()
    context.notices.shown()[-1].leave()
    assert page.has_unsaved()
    assert begin(WORKS[0]).task.form.fields["employer"].value() == "小学"
