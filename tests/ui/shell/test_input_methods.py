from __future__ import annotations

import pytest
from shiboken6 import delete

from ui.kit.composing import CompositionGuard
from ui.shell.input_methods import attend_input, choose_input_method

PORTAL = {"IBUS_USE_PORTAL": "1"}


@pytest.mark.parametrize("wanted", ["fcitx", "fcitx5"])
def test_fcitx_is_led_to_the_portal(wanted):
    environ = {"QT_IM_MODULE": wanted}
    choose_input_method(environ, platform="linux")
    assert environ == {"QT_IM_MODULE": "ibus", **PORTAL}


def test_the_list_that_newer_desktops_set_is_led_there_too():
    environ = {"QT_IM_MODULE": "fcitx", "QT_IM_MODULES": "wayland;fcitx;ibus"}
    choose_input_method(environ, platform="linux")
    assert environ == {"QT_IM_MODULE": "ibus", "QT_IM_MODULES": "wayland;ibus", **PORTAL}


@pytest.mark.parametrize(
    ("environ", "platform"),
    [
        ({"QT_IM_MODULE": "ibus"}, "linux"),
        ({"QT_IM_MODULES": "wayland;ibus"}, "linux"),
        ({}, "linux"),
        ({"QT_IM_MODULE": "fcitx"}, "win32"),
    ],
)
def test_other_input_methods_are_left_alone(environ, platform):
    before = dict(environ)
    choose_input_method(environ, platform=platform)
    assert environ == before


def test_a_program_that_starts_itself_again_chooses_the_same():
    environ = {"QT_IM_MODULE": "fcitx"}
    choose_input_method(environ, platform="linux")
    before = dict(environ)
    choose_input_method(environ, platform="linux")
    assert environ == before


def test_compositions_are_guarded_wherever_the_program_runs(qapp):
    former = set(qapp.findChildren(CompositionGuard))
    attend_input(qapp, PORTAL)
    (guard,) = set(qapp.findChildren(CompositionGuard)) - former
    assert not guard.is_composing()
    delete(guard)
