"""Files of a case in the window: chosen, pasted, dropped; looked at, turned, removed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from station_app.domain.access.permissions import Permission
from tests.scans import a_pdf, a_photo
from tests.ui.fitting import complaints
from ui.counter import files_card
from ui.counter.file_rows import size_words
from ui.counter.given_files import given_in

FORM = "申请书"


@pytest.fixture
def case(hands):
    return hands.begun()


@pytest.fixture
def panel(qtbot, room, case):
    """The panel of the case, its files known."""
    side = room.cases.queue.side
    room.open_record("case", case)
    qtbot.waitUntil(lambda: side.case.key() == case and side.case.files._held is not None)
    return side.case


@pytest.fixture
def shown(panel):
    return lambda: [row.file.name for row in panel.files.rows.rows]


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "户口簿.jpg"
    path.write_bytes(a_photo())
    return path


@pytest.fixture
def two(qtbot, station, case, panel, shown):
    """A photograph and a PDF that are kept with the case, and are in sight."""
    station.case_files.add(case, "一.jpg", a_photo(60, 40))
    station.case_files.add(case, "二.pdf", a_pdf(2), material=FORM)
    panel.refresh()
    qtbot.waitUntil(lambda: shown() == ["一.jpg", "二.pdf"])


def dropped(widget, *paths):
    """Drop files upon *widget*, as a file manager does."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    rest = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton)
    entering = QDragEnterEvent(QPointF(5, 5).toPoint(), *rest, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, entering)
    if entering.isAccepted():
        event = QDropEvent(QPointF(5, 5), *rest, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(widget, event)
    return entering.isAccepted()


def test_an_empty_card_says_what_to_do_first(qtbot, panel):
    assert panel.files.title.text() == "Files"
    assert "drop files here, paste them, or choose them (Ctrl+I)" in panel.files.nothing.text()
    assert "at most 20 MB" in panel.files.nothing.text()


def test_a_file_is_chosen_for_a_material(qtbot, station, case, panel, shown, photo, monkeypatch):
    monkeypatch.setattr(files_card, "choose_open_file", lambda *_a, **_w: photo)
    panel.files._fill_menu()
    actions = {each.text(): each for each in panel.files.add_button.menu_shown.actions()}
    assert "For the whole case…" in actions
    actions[f"{FORM}…"].trigger()
    qtbot.waitUntil(lambda: shown() == ["户口簿.jpg"])
    assert station.case_files.of(case).files[0].material == FORM
    assert panel.files.title.text() == "Files (1)"
    assert FORM in panel.files.rows.rows[0].told()


def test_files_are_dropped_upon_the_panel(qtbot, panel, shown, photo, tmp_path):
    other = tmp_path / "表.pdf"
    other.write_bytes(a_pdf())
    assert dropped(panel, photo, other)
    qtbot.waitUntil(lambda: shown() == ["户口簿.jpg", "表.pdf"])


def test_nothing_is_dropped_by_whoever_may_not_keep_files(panel, context, photo):
    context.gate.judge_by(lambda need: "No." if need is Permission.FILE_WRITE else "")
    assert not dropped(panel, photo)
    assert not panel.files.add_button.isEnabled()


def test_a_picture_is_pasted_from_the_clipboard(qtbot, hands, panel, room, shown):
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    QGuiApplication.clipboard().setImage(image)
    room.cases.queue.table.setFocus()
    hands.press("Ctrl+V")
    qtbot.waitUntil(lambda: len(shown()) == 1)
    assert shown()[0].startswith("Picture 2026")


def test_a_clipboard_without_a_picture_is_told(qtbot, hands, panel, room, context):
    QGuiApplication.clipboard().setText("words")
    room.cases.queue.table.setFocus()
    hands.press("Ctrl+V")
    assert context.notices.shown()[-1].text() == (
        "The clipboard holds neither a picture nor a file."
    )


def test_pasting_into_a_field_stays_with_the_field(qtbot, hands, panel, room, shown):
    QGuiApplication.clipboard().setText("张三")
    room.cases.queue.bar.arrive()
    hands.press("Ctrl+V")
    assert shown() == []
    assert room.cases.queue.bar.text.words() == "张三"


def test_files_that_are_gone_or_folders_are_no_files(tmp_path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path)), QUrl("http://example.invalid/a.jpg")])
    assert given_in(data, "x") == []


def test_what_is_refused_is_told_with_what_to_do(qtbot, panel, tmp_path, doings):
    wrong = tmp_path / "照片.png"
    wrong.write_bytes(a_photo())
    dropped(panel, wrong)
    qtbot.waitUntil(lambda: bool(doings.failures))
    assert doings.failures[-1].reason == "case-file.name-differs"


def test_a_file_is_looked_at_by_keys_alone(qtbot, hands, room, panel, two):
    side = room.cases.queue.side
    room.cases.queue.table.setFocus()
    hands.press("Alt+F")
    assert side.shows_file()
    view = side.file.view
    qtbot.waitUntil(lambda: len(view.sheets) == 1)
    wide = view.sheets[0].size_mm
    hands.press("R")
    qtbot.waitUntil(lambda: bool(view.sheets) and view.sheets[0].size_mm == wide[::-1])
    hands.press("Right")
    qtbot.waitUntil(lambda: len(view.sheets) == 2)
    assert side.file.title.text() == "二.pdf"
    assert side.file.shows.text() == FORM
    hands.press("Right")
    assert side.file.title.text() == "一.jpg"
    hands.press("Escape")
    assert not side.shows_file()
    assert panel.files.rows.rows[0].open.hasFocus()


def test_files_are_gone_through_and_removed_by_keys(qtbot, hands, panel, shown, context, two):
    panel.files.rows.focus_first()
    hands.press("Down")
    assert panel.files.rows.rows[1].open.hasFocus()
    hands.press("Delete")
    qtbot.waitUntil(lambda: shown() == ["一.jpg"])
    context.operations.undo()
    qtbot.waitUntil(lambda: shown() == ["一.jpg", "二.pdf"])


def test_removing_what_is_looked_at_goes_back(qtbot, hands, room, panel, shown, two):
    panel.files.look()
    side = room.cases.queue.side
    qtbot.waitUntil(lambda: bool(side.file.view.sheets))
    hands.press("Delete")
    qtbot.waitUntil(lambda: not side.shows_file())
    qtbot.waitUntil(lambda: shown() == ["二.pdf"])


def test_another_case_brings_no_file_of_the_former(qtbot, hands, room, panel, shown, two):
    panel.files.look()
    other = hands.begun("另一位")
    room.open_record("case", other)
    side = room.cases.queue.side
    qtbot.waitUntil(lambda: side.case.key() == other and shown() == [])
    assert not side.shows_file()


def test_a_file_is_given_to_another_material(qtbot, station, room, case, panel, two):
    panel.files.look()
    file = room.cases.queue.side.file
    file._fill_menu()
    next(each for each in file.shows.menu_shown.actions() if each.text() == FORM).trigger()
    qtbot.waitUntil(lambda: file.shows.text() == FORM)
    assert station.case_files.of(case).files[0].material == FORM


def test_a_copy_leaves_with_a_reason_alone(qtbot, hands, room, panel, saved, two):
    panel.files.look()
    file = room.cases.queue.side.file
    qtbot.waitUntil(lambda: bool(file.view.sheets))
    hands.press("Ctrl+S")
    assert file.reason.isVisible()
    hands.press("Return")
    assert file.reason.reason.problem() == "Say why: it is noted with the copy."
    assert not saved.exists()
    hands.type("街道复核")
    hands.press("Return")
    qtbot.waitUntil(saved.exists)
    assert saved.read_bytes().startswith(b"\xff\xd8\xff")


def test_whoever_gives_no_files_out_is_told(hands, room, panel, context, two):
    context.gate.judge_by(lambda need: "No." if need is Permission.FILE_GIVE_OUT else "")
    panel.files.look()
    file = room.cases.queue.side.file
    assert not file.save.isEnabled()
    hands.press("Ctrl+S")
    assert not file.reason.isVisible()
    assert context.notices.shown()[-1].text() == "No."


def test_what_has_not_arrived_yet_is_said(qtbot, station, room, panel, two):
    with station.store.transaction() as tx:
        tx.session.connection().exec_driver_sql("DELETE FROM case_file_content")
    panel.refresh()
    qtbot.waitUntil(lambda: "not here yet" in panel.files.rows.rows[0].told())
    panel.files.look()
    file = room.cases.queue.side.file
    assert file.empty.isVisible()
    assert not file.view.isVisible()


def test_nothing_is_cut_in_the_panels(qtbot, room, panel, two):
    panel.page.ensureWidgetVisible(panel.files)
    assert complaints(room) == []
    panel.files.look()
    qtbot.waitUntil(lambda: bool(room.cases.queue.side.file.view.sheets))
    assert complaints(room) == []


@pytest.mark.parametrize(
    ("size", "told"), [(10, "1 KB"), (300_000, "293 KB"), (3_000_000, "2.9 MB")]
)
def test_sizes_are_told_as_people_say_them(size, told):
    assert size_words(size) == told


def colour(row):
    """Return the colour in the middle of the picture before a name."""
    shown = row.open.icon().pixmap(row.open.iconSize()).toImage()
    return shown.pixelColor(shown.width() // 3, shown.height() // 2)


@pytest.mark.usefixtures("two")
def test_a_file_has_a_small_picture_of_itself_once_it_is_in_sight(qtbot, panel):
    row = panel.files.rows.rows[0]
    row.grab()  # painted, as when it is scrolled to
    qtbot.waitUntil(lambda: colour(row).red() > 150 and colour(row).green() < 90)


@pytest.mark.usefixtures("two")
def test_whoever_may_not_look_at_files_sees_no_picture(
    qtbot, context, panel, station, monkeypatch
):
    asked = []
    monkeypatch.setattr(station.case_files, "small", lambda *told: asked.append(told) or b"")
    context.gate.judge_by(lambda need: "No." if need is Permission.FILE_READ else "")
    panel.files.rows.rows[1].seen.emit(panel.files.rows.rows[1].file)
    context.jobs.start(lambda _: None, owner=panel, done=asked.append)
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == [None]


@pytest.mark.usefixtures("two")
def test_what_cannot_be_drawn_keeps_the_sign_of_its_kind(panel):
    rows = panel.files.rows
    before = rows.rows[0].open.icon().cacheKey()
    rows.show_picture(rows.rows[0].file, b"")
    rows.show_picture(rows.rows[0].file, b"no picture")
    assert rows.rows[0].open.icon().cacheKey() == before
