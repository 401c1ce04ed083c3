"""What is typed and not saved: kept, shown again, forgotten."""

from __future__ import annotations

import pytest

from tests.ui.residents.name_form import NameForm
from ui.kit.buttons import Button
from ui.kit.surfaces import Banner
from ui.kit.tokens import Tone
from ui.residents import draft_keeping
from ui.residents.draft_keeping import DraftKeeping
from ui.residents.task import DraftShelf, Task, seen_anew


@pytest.fixture
def task(qtbot):
    form = NameForm()
    qtbot.addWidget(form)
    return Task(
        key="name:1", title="Name", form=form, draft="曾小贤", carry_out=str, label=str.format
    )


@pytest.fixture
def shelf():
    return DraftShelf()


@pytest.fixture
def banner(qtbot):
    made = Banner("", Tone.WARN)
    qtbot.addWidget(made)
    made.hide()
    return made


@pytest.fixture
def keeping(monkeypatch, task, shelf, banner):
    monkeypatch.setattr(draft_keeping, "KEEP_EVERY_MS", 1)
    return DraftKeeping(task, shelf, banner)


def test_a_record_nobody_has_touched_is_shown_as_it_is(task, keeping, banner, shelf):
    keeping.begin()
    assert task.form.draft() == "曾小贤"
    assert banner.isHidden()
    keeping.leave()
    assert not shelf


def test_what_is_typed_is_kept_while_one_types(qtbot, task, keeping, shelf):
    keeping.begin()
    task.form.name.set_value("曾小闲")
    qtbot.waitUntil(lambda: shelf.kept(task) == "曾小闲")


def test_what_was_typed_before_is_shown_and_said(task, keeping, banner, shelf):
    shelf.drafts[task.key] = "曾小闲"
    keeping.begin()
    assert task.form.draft() == "曾小闲"
    assert task.form.is_dirty()
    assert banner.text.text() == "This is what you typed before and did not save."


def test_a_draft_equal_to_the_record_by_now_is_not_offered(task, keeping, banner, shelf):
    shelf.drafts[task.key] = "曾小贤"
    keeping.begin()
    assert banner.isHidden()
    assert not task.form.is_dirty()


def test_starting_afresh_forgets_what_was_typed(task, keeping, banner, shelf):
    shelf.drafts[task.key] = "曾小闲"
    keeping.begin()
    banner.findChild(Button).click()
    assert task.form.draft() == "曾小贤"
    assert banner.isHidden()
    assert not shelf


def test_leaving_keeps_what_is_typed_for_the_last_time(qtbot, task, keeping, shelf):
    keeping.begin()
    task.form.name.set_value("曾小闲")
    keeping.leave()
    task.form.name.set_value("typed by nobody")
    qtbot.wait(20)
    assert shelf.kept(task) == "曾小闲"


def test_leaving_what_was_typed_back_leaves_nothing(task, keeping, shelf):
    shelf.drafts[task.key] = "曾小闲"
    keeping.begin()
    task.form.name.set_value("曾小贤")
    keeping.leave()
    assert not shelf


def test_what_was_saved_is_not_kept_any_more(qtbot, task, keeping, shelf):
    keeping.begin()
    task.form.name.set_value("曾小闲")
    qtbot.waitUntil(lambda: bool(shelf))
    keeping.forget()
    qtbot.wait(20)
    assert not shelf


def test_a_record_read_anew_is_what_one_starts_afresh_from(task, keeping, banner, shelf):
    shelf.drafts[task.key] = "曾小闲"
    keeping.begin()
    keeping.follow(seen_anew(task, "曾小咸", str))
    banner.findChild(Button).click()
    assert task.form.draft() == "曾小咸"


def test_drafts_of_two_records_do_not_mix(task, shelf):
    shelf.keep(task)
    other = Task(key="name:2", title="", form=task.form, draft="", carry_out=str, label=str)
    assert shelf.kept(other) is None
    shelf.forget(other)
    assert shelf.kept(task) == task.form.draft()
