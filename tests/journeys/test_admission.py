"""A task from above at the real window, by the keyboard alone, the keys counted."""

from __future__ import annotations

import sys

import pytest

from station_app.domain.counter.admission.flow import TaskState
from station_app.domain.counter.admission.papers import TaskPaperKind
from tests.pdf_text import text_of
from ui.counter.page import CounterPage

pytestmark = [pytest.mark.gui, pytest.mark.slow]
MOST_TO_REFUSE = 12


def test_a_task_of_the_negative_list_is_entered_refused_and_answered_in_writing(clerk, capsys):
    clerk.unlock()
    clerk.press("Ctrl+3")
    clerk.wait(lambda: clerk.shell.current_room() == "counter")
    desk = clerk.page(CounterPage).admission
    clerk.press("Alt+7")
    clerk.wait(desk.isVisible)
    clerk.pressed = 0
    clerk.press("Ctrl+N")
    clerk.wait(desk.is_editing)
    clerk.type("招商引资指标")
    clerk.wait(lambda: desk.form.list_type.value() == "negative")
    clerk.press("Return")
    clerk.type("某某街道经济办")
    # the day stands there; list and class come from the lists
    clerk.press("Return", "Return", "Return", "Return")
    clerk.type(next(reversed(desk.words.owners().values())))
    clerk.press("Ctrl+Return")
    clerk.wait(lambda: desk.tasks.panel.key() is not None)
    key = desk.tasks.panel.key()
    clerk.wait(lambda: desk.tasks.panel.acts.first() is not None)
    clerk.press("Ctrl+Return", "Ctrl+Return")
    admission = clerk.station.admission
    clerk.wait(lambda: admission.page(key).task.state is TaskState.REFUSED)
    clerk.wait(lambda: desk.tasks.panel.task_page().task.state is TaskState.REFUSED)
    clerk.press("Ctrl+P")
    paper = desk.tasks.paper
    clerk.wait(lambda: paper.panel.handout() is not None)
    told = text_of(paper.panel.handout().pdf)
    with capsys.disabled():
        sys.stdout.write(f"\nkeys to enter, refuse and answer a task: {clerk.pressed}\n")
    assert "招商引资指标" in told
    assert "不予承接" in told
    assert paper.panel.handout().kind.endswith(TaskPaperKind.REFUSAL)
    assert clerk.pressed <= MOST_TO_REFUSE
