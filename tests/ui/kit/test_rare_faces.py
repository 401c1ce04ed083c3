from __future__ import annotations

import json

import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QListWidget

from station_app.shipped import RESOURCES
from ui.kit import fonts
from ui.kit.fonts import RARE_FAMILIES, SHIPPED, SHIPPED_FILES, interface_font
from ui.kit.rare_faces import RareFaces, need_faces
from ui.kit.words import label

RARE = "\U00021234"  # extension B: in hardly any face of a system


def entries():
    index = json.loads((RESOURCES / "fonts" / "coverage.json").read_text(encoding="utf-8"))
    return index["fonts"]


def test_every_family_shipped_stands_behind_the_interface(qapp):
    shipped = {entry["family"] for entry in entries() if entry["role"] == "body"}
    assert shipped == set(RARE_FAMILIES)
    assert interface_font(14).families()[1:] == list(RARE_FAMILIES)


def test_the_face_for_a_device_without_chinese_is_shipped():
    screen = {entry["file"] for entry in entries() if entry["role"] == "screen"}
    assert screen == set(SHIPPED_FILES)
    assert {e["family"] for e in entries() if e["role"] == "screen"} == {SHIPPED}


def test_a_device_without_chinese_shows_ours(qapp, monkeypatch):
    fonts._family.cache_clear()
    monkeypatch.setattr(QFontDatabase, "families", lambda *_: [])
    try:
        assert interface_font(14).families()[0] == SHIPPED
    finally:
        fonts._family.cache_clear()


@pytest.fixture
def faces(qapp):
    qapp.setFont(interface_font(14))
    made = RareFaces(QApplication.instance())
    yield made
    made._thread.shutdown()
    made.setParent(None)


def test_a_rare_character_brings_its_face(faces, qtbot):
    with qtbot.waitSignal(faces.loaded, timeout=20_000):
        faces.need(f"王{RARE}")
    assert any(QFontDatabase.hasFamily(family) for family in RARE_FAMILIES)


def test_a_face_comes_also_while_a_list_is_open(faces, qtbot):
    open_list = QListWidget()
    qtbot.addWidget(open_list)
    open_list.show()
    with qtbot.waitSignal(faces.loaded, timeout=20_000):
        faces.need(f"王{RARE}")


def test_a_face_is_loaded_once(faces, qtbot):
    with qtbot.waitSignal(faces.loaded, timeout=20_000):
        faces.need(RARE)
    faces.need(RARE)
    faces.need(chr(ord(RARE) + 1))
    faces._thread.shutdown(wait=True)
    assert len(faces._files) == 1


@pytest.mark.parametrize("text", ["", "Wang", "王秀英", "幸福里3幢2单元501室"])
def test_common_text_brings_nothing(faces, text):
    faces.need(text)
    faces._thread.shutdown(wait=True)
    assert faces._chain is None


def test_labels_ask_for_what_they_show(qtbot, monkeypatch):
    asked = []
    monkeypatch.setattr(RareFaces, "need", lambda _self, text: asked.append(text))
    made = label("王")
    qtbot.addWidget(made)
    made.setText(RARE)
    need_faces("plain")
    assert asked == [RARE]
