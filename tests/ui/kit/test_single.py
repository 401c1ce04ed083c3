"""What an application has one of."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject

from ui.kit.languages import Languages
from ui.kit.rare_faces import RareFaces
from ui.kit.single import the_only
from ui.kit.theme import Theme


class Thing(QObject):
    """Something there is one of."""


def test_it_is_made_once_and_belongs_to_the_application(qapp):
    made = the_only(Thing, "thing", qapp)
    try:
        assert the_only(Thing, "thing", qapp) is made
        assert made.parent() is qapp
    finally:
        qapp.setProperty("thing", None)
        made.setParent(None)


def test_without_an_application_there_is_none():
    with pytest.raises(RuntimeError, match="thing"):
        the_only(Thing, "thing", None)


def test_each_has_a_name_of_its_own(qapp):
    ones = {Theme.current(), RareFaces.current(), Languages.of(qapp)}
    assert ones == {Theme.current(), RareFaces.current(), Languages.of(qapp)}
    assert len(ones) == 3
