"""What can be done from a file: each thing undone, each refusal explained."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPushButton

from station_app.domain.places import GridDraft
from station_app.domain.residents.households import HouseholdDraft
from tests.ui.residents.hands import act_on_file, names, says, wait_for_file, wait_for_names
from ui.kit.buttons import IconButton

IN_BIN = "In the bin. Put the record back first."


@pytest.fixture
def household(station, three):
    first, second, _ = three
    draft = HouseholdDraft(number="7", dwelling_id=first.living.dwelling_id)
    key = station.households.found(first.id, draft, version=first.version).value
    station.households.join(second.id, key, "10", version=second.version)
    return key


def a_picture():
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImage(40, 30, QImage.Format.Format_RGB32).save(buffer, "PNG")
    return bytes(buffer.data())


def kept_files(file):
    return [each.name for each in file.acts.person.file.attachments]


def now(station, person):
    return station.residents.resident(person.id)


def offers(file):
    """Return what *More* offers: the words of each action, and whether it can be taken."""
    file.bar.more.menu_shown.aboutToShow.emit()
    return {each.text(): each.isEnabled() for each in file.bar.more.menu_shown.actions()}


def take(file, text):
    file.bar.more.menu_shown.aboutToShow.emit()
    found = [each for each in file.bar.more.menu_shown.actions() if each.text() == text]
    found[0].trigger()


ALONE = {
    "Found a household…": True,
    "Add a new member… – belongs to no household": False,
    "Add a member from the register… – belongs to no household": False,
    "Change the head… – belongs to no household": False,
    "Leave the household – belongs to no household": False,
    "Note a death…": True,
    "Put into the bin": True,
}
TOGETHER = {
    "Found a household… – leave the present one first": False,
    "Add a new member…": True,
    "Add a member from the register…": True,
    "Change the head…": True,
    "Leave the household": True,
}


@pytest.mark.parametrize(("text", "is_allowed"), ALONE.items())
def test_what_somebody_alone_may_do(three, open_file, text, is_allowed):
    assert offers(open_file(three[2]))[text] is is_allowed


@pytest.mark.parametrize(("text", "is_allowed"), TOGETHER.items())
def test_what_a_member_may_do(three, household, open_file, text, is_allowed):
    assert offers(open_file(three[0]))[text] is is_allowed


def test_the_only_member_has_nobody_to_hand_the_household_to(station, three, open_file):
    third = three[2]
    station.households.found(third.id, HouseholdDraft(number="8"), version=third.version)
    assert offers(open_file(third))["Change the head… – the only member"] is False


def test_a_death_is_noted_once(station, three, open_file):
    person = three[2]
    station.residents.note_death(person.id, date(2026, 1, 1), version=person.version)
    assert offers(open_file(person))["Note a death… – has died"] is False


def test_whoever_is_in_the_bin_can_only_be_put_back_or_looked_into(station, three, open_file):
    person = three[0]
    station.residents.put_into_bin(person.id, version=person.version)
    file = open_file(person)
    looked = "Who has looked at or changed this…"
    assert offers(file) == {"Put back": True, looked: True}
    for button in (file.bar.edit, file.bar.case, file.bar.certificate):
        assert not button.isEnabled()
        assert button.toolTip() == IN_BIN
        assert button.accessibleDescription() == IN_BIN


@pytest.mark.parametrize("page_of_file", ["person", "papers", "history"])
def test_each_button_of_the_cards_says_why_it_cannot_be_pressed(
    station, three, open_file, page_of_file
):
    person = three[0]
    station.residents.correct_hukou(person.id, person.hukou, version=person.version)
    station.residents.put_into_bin(person.id, version=person.version + 1)
    file = open_file(person)
    file.show_page(page_of_file)
    for button in file.pages.findChildren(IconButton):
        if button.isVisibleTo(file) and "Show for" not in button.toolTip():
            assert not button.isEnabled()
            assert button.toolTip() == IN_BIN


@pytest.mark.parametrize(
    "act",
    [
        "correct_particulars",
        "correct_documents",
        "correct_tags",
        "correct_hukou",
        "correct_living",
        "move",
        "note_death",
        "record_verification",
        "of_household.found",
    ],
)
def test_no_key_opens_a_form_over_somebody_in_the_bin(station, three, open_file, page, act):
    person = three[0]
    station.residents.put_into_bin(person.id, version=person.version)
    open_file(person)
    act_on_file(page, act)
    assert page.side.task() is None


@pytest.mark.parametrize("act", ["correct_particulars", "move", "correct_tags", "note_death"])
def test_a_key_pressed_over_nobody_does_nothing(page, act):
    act_on_file(page, act)
    assert page.side.task() is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Record a verification…", "Record a verification"),
        ("Documents…", "Documents"),
        ("Tags…", "Tags"),
        ("Add a new member…", "New resident"),
        ("Add a member from the register…", "Add a member"),
        ("Change the head…", "Change the head"),
        ("Note a death…", "Note a death"),
    ],
)
def test_each_offer_leads_to_its_form(three, household, open_file, page, qtbot, text, title):
    take(open_file(three[0]), text)
    qtbot.waitUntil(lambda: page.side.task() is not None)
    assert page.side.task().title.text() == title


def test_leaving_the_household_is_undone(station, three, household, open_file, qtbot, operations):
    take(open_file(three[1]), "Leave the household")
    qtbot.waitUntil(lambda: operations.latest_label() == "曾娜 left the household")
    assert now(station, three[1]).household_id == ""
    operations.undo()
    qtbot.waitUntil(lambda: now(station, three[1]).household_id == household)
    assert now(station, three[1]).relation == "10"


def test_putting_into_the_bin_is_undone(station, three, open_file, page, qtbot, operations):
    take(open_file(three[0]), "Put into the bin")
    qtbot.waitUntil(lambda: "白富" not in names(page))
    operations.undo()
    wait_for_names(qtbot, page, ["白富", "曾娜", "张三"])


def test_taking_out_of_the_bin_is_undone(station, three, open_file, qtbot, operations):
    person = three[0]
    station.residents.put_into_bin(person.id, version=person.version)
    take(open_file(person), "Put back")
    qtbot.waitUntil(lambda: operations.latest_label() == "Put 白富 back into the register")
    operations.undo()
    qtbot.waitUntil(lambda: now(station, person).is_binned)


def test_the_bin_is_a_list_of_its_own(station, three, page, open_file, qtbot):
    take(open_file(three[0]), "Put into the bin")
    page.head.filters.bin.click()
    wait_for_names(qtbot, page, ["白富"])
    assert page.head.bar.count.text() == "1 person found"
    qtbot.waitUntil(lambda: page.file.acts.person.file.resident.is_binned)
    take(page.file, "Put back")
    qtbot.waitUntil(lambda: names(page) == [])
    assert page.head.nobody.title.text() == "Nobody is in the bin"
    page.head.nobody.clear.click()
    wait_for_names(qtbot, page, ["白富", "曾娜", "张三"])


def test_the_banner_of_the_bin_puts_back(station, three, open_file, qtbot):
    person = three[0]
    station.residents.put_into_bin(person.id, version=person.version)
    file = open_file(person)
    assert file._binned.isVisible()
    file._binned.findChild(QPushButton).click()
    qtbot.waitUntil(lambda: not file._binned.isVisible())
    assert not now(station, person).is_binned


def test_a_number_given_away_meanwhile_cannot_be_put_back(
    station, three, open_file, qtbot, context, doings
):
    person, other = three[0], three[1]
    station.residents.put_into_bin(person.id, version=person.version)
    station.residents.keep_documents(other.id, person.documents, version=other.version)
    heard = []
    context.operations.failed_unheard.connect(heard.append)
    take(open_file(person), "Put back")
    qtbot.waitUntil(lambda: bool(heard))
    assert heard[0].reason == "resident.same-number"
    assert now(station, person).is_binned


def test_a_file_added_is_undone(station, three, open_file, tmp_path, qtbot, operations):
    file = open_file(three[0])
    scan = tmp_path / "户口本.png"
    scan.write_bytes(a_picture())
    file.acts.files.attach(scan)
    qtbot.waitUntil(lambda: operations.latest_label() == "Added the file 户口本.png")
    operations.undo()
    qtbot.waitUntil(lambda: file.acts.person.file.attachments == ())


def test_a_file_discarded_is_undone(station, three, open_file, qtbot, operations):
    station.attachments.attach(three[0].id, "合同.png", a_picture())
    file = open_file(three[0])
    kept = file.acts.person.file.attachments[0]
    file.acts.files.discard(kept)
    qtbot.waitUntil(lambda: file.acts.person.file.attachments == ())
    assert operations.latest_label() == "Put the file 合同.png into the bin"
    operations.undo()
    qtbot.waitUntil(
        lambda: [each.name for each in file.acts.person.file.attachments] == ["合同.png"]
    )


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("表.xlsx", b"PK", "attachment.kind"),
        ("假.png", b"not a picture", "attachment.kind"),
        ("假.pdf", b"\x89PNG", "attachment.kind"),
        ("大.pdf", b"%PDF-" + bytes(10 * 1024 * 1024 + 1), "attachment.too-large"),
    ],
)
def test_a_file_of_another_kind_is_refused(
    three, open_file, tmp_path, context, qtbot, name, content, reason
):
    heard = []
    context.operations.failed_unheard.connect(heard.append)
    path = tmp_path / name
    path.write_bytes(content)
    open_file(three[0]).acts.files.attach(path)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard[0].reason == reason


def test_a_copy_that_cannot_be_written_is_told(station, three, open_file, tmp_path, qtbot, jobs):
    station.attachments.attach(three[0].id, "合同.png", a_picture())
    file = open_file(three[0])
    heard = []
    jobs.failed_unheard.connect(heard.append)
    file.acts.files.save_copy(
        file.acts.person.file.attachments[0], tmp_path / "nowhere" / "copy.png"
    )
    qtbot.waitUntil(lambda: bool(heard))
    assert heard[0].reason == "file-not-written"


def test_a_value_restored_from_the_history_is_undone(
    station, three, open_task, save, page, qtbot, operations
):
    task = open_task(three[0], "correct_particulars")
    task.task.form.fields["employer"].set_value("小学")
    save()
    qtbot.waitUntil(lambda: any(c.field == "employer" for c in page.file.acts.person.file.history))
    change = next(c for c in page.file.acts.person.file.history if c.field == "employer")
    page.file.acts.restore(change, "Work or school")
    qtbot.waitUntil(lambda: now(station, three[0]).particulars.employer == "")
    qtbot.waitUntil(lambda: operations.latest_label() == "Restored “Work or school” of 白富")
    operations.undo()
    qtbot.waitUntil(lambda: now(station, three[0]).particulars.employer == "小学")


@pytest.mark.parametrize(
    ("field", "value", "before"),
    [
        ("name", "白贵", "白富"),
        ("former_name", "白旺", ""),
        ("sex", "2", "0"),
        ("born", date(1991, 1, 1), date(1990, 1, 1)),
        ("ethnicity", "03", ""),
        ("education", "20", ""),
        ("marital", "20", ""),
        ("phone", "13900000002", "13800000001"),
        ("note", "备注", ""),
    ],
)
def test_each_field_of_the_particulars_can_be_restored(
    station, three, open_task, save, page, qtbot, field, value, before
):
    first = getattr(now(station, three[0]).particulars, field)
    task = open_task(three[0], "correct_particulars")
    task.task.form.fields[field].set_value(value)
    save()
    assert getattr(now(station, three[0]).particulars, field) == value
    qtbot.waitUntil(lambda: any(c.field == field for c in page.file.acts.person.file.history))
    page.file.show_page("history")
    buttons = page.file.pages.findChildren(IconButton)
    next(each for each in buttons if each.toolTip().startswith("Restore")).click()
    qtbot.waitUntil(lambda: getattr(now(station, three[0]).particulars, field) == first)
    assert first == before or field in {"sex", "born"}


def test_a_history_says_what_was_undone(station, three, open_task, save, page, qtbot, operations):
    task = open_task(three[0], "correct_particulars")
    task.task.form.fields["employer"].set_value("小学")
    save()
    operations.undo()
    page.file.show_page("history")
    qtbot.waitUntil(lambda: says(page.file, "Undone: Corrected"))


def test_restricted_tags_are_not_read_in_the_history(station, three, open_file, qtbot):
    person = three[0]
    with station.store.transaction() as tx:
        after = {"tags": "petition、volunteer"}
        tx.history.note_fields("resident", person.id, "tags", before={}, after=after)
    file = open_file(person)
    file.show_page("history")
    qtbot.waitUntil(lambda: says(file, "志愿者"))
    assert not says(file, "信访")


@pytest.mark.parametrize("field", ["document:0", "phone"])
def test_showing_a_number_is_written_down(station, three, open_file, qtbot, field):
    file = open_file(three[0])
    title = {"document:0": "居民身份证", "phone": "Phone"}[field]
    shown = next(
        card.facts[title]
        for card in file.pages.findChildren(object)
        if title in getattr(card, "facts", {})
    )
    shown.toggle.click()
    qtbot.waitUntil(shown.is_revealed)
    with station.store.reading() as tx:
        assert tx.audit.count(f"resident:{field.partition(':')[0]}:shown") == 1


def test_a_number_shown_masks_itself_after_thirty_seconds(three, open_file, qtbot):
    file = open_file(three[0])
    card = next(c for c in file.pages.findChildren(object) if "Phone" in getattr(c, "facts", {}))
    shown = card.facts["Phone"]
    shown.toggle.click()
    qtbot.waitUntil(shown.is_revealed)
    assert shown.value_label.text() == "13800000001"
    assert shown._over.interval() == 30_000
    shown._over.setInterval(1)
    qtbot.waitUntil(lambda: shown.value_label.text() == "138****0001")
    assert not shown.is_revealed()


def test_a_number_shown_is_hidden_by_the_same_button(three, open_file, qtbot):
    file = open_file(three[0])
    card = next(c for c in file.pages.findChildren(object) if "Phone" in getattr(c, "facts", {}))
    shown = card.facts["Phone"]
    shown.toggle.click()
    qtbot.waitUntil(shown.is_revealed)
    assert shown.toggle.toolTip() == "Hide"
    shown.toggle.click()
    assert shown.value_label.text() == "138****0001"


@pytest.mark.parametrize(("text", "condition"), [("幸福里", "estates"), ("第一网格", "grids")])
def test_a_place_asked_for_narrows_the_table(station, three, page, qtbot, text, condition):
    grid = station.places.draw_grid(GridDraft(name="第一网格")).value
    building = next(each for each in station.places.buildings() if each.estate == "幸福里")
    station.places.assign({building.id: grid})
    page.side.place_asked.emit(condition, grid if condition == "grids" else building.estate_id)
    wait_for_names(qtbot, page, ["白富", "曾娜"])
    assert page.head.filters.value() != type(page.head.filters.value())()
    assert text


def test_the_way_back_goes_through_everybody_seen(station, three, household, page, qtbot, clock):
    page.show_person(three[0].id)
    wait_for_file(qtbot, page, three[0])
    for person in (three[1], three[0], three[1]):
        page.file.follow(person.id)
        wait_for_file(qtbot, page, person)
    for person in (three[0], three[1], three[0]):
        page.file.go_back()
        wait_for_file(qtbot, page, person)
    assert not page.file._back.isVisible()
