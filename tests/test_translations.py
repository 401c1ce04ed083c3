"""All that the window says is said in Chinese too, completely and in the clerk's words."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from installer.translate import COMPILED, SOURCES, WORDS, compiled, differences, read, updated
from tests.sentences import spoken
from ui.kit.job_bar import JobBar
from ui.kit.languages import CHINESE, ENGLISH, Languages

HOLE = re.compile(r"\{\w*\}|%n|%L?\d")
HAN = "\u3400-\u9fff"
NARROW = re.compile(rf"[{HAN}][,;:!?()\"']|[,;:!?()\"'][{HAN}]|\.\.\.")
SPACED = re.compile(rf"[{HAN}，。：；、（）“”] +[{HAN}，。：；、（）“”]")
LATIN = re.compile(r"[A-Za-z]{2,}")
NAMES = {
    *("Alt", "Caps", "Ctrl", "Enter", "Esc", "Left", "Lock", "Right", "Shift"),
    *("CSV", "Excel", "JPEG", "MB", "PDF", "PNG", "XLSX", "csv", "xls", "xlsx"),
}
TYPED = (
    *("--anchor", "station import residents --undo", "station.keys"),
    *("*.pdf", ".pdf", ".xlsx", ".json", "*.txt", "*.html"),
)
ENDS = {".": "。", "…": "…", ":": "："}
SHORTENED = {"None.", "Household no."}
TERMS = {
    "passphrase": "口令",
    "paper key": "恢复密钥",
    "grid": "网格",
    "roster": "花名册",
    "rows set aside": "退回",
    "bin": "回收站",
    "backup": "备份",
    "slip": "告知单",
    "void": "作废",
    "reissue": "补发",
    "demo": "演示",
    "tag": "标签",
    "purpose": "用途",
    "undo": "撤销",
    "undone": "撤销",
    "seal use": "用印",
}

MESSAGES = read(WORDS.read_bytes())
FILES = sorted(SOURCES.rglob("*.py"))


def each(rule):
    """Return those of the messages that *rule* finds fault with, to be read in a failure."""
    return [(m.context, m.source, m.translation) for m in MESSAGES.values() if rule(m)]


@pytest.fixture
def languages(qapp):
    former = QLocale()
    languages = Languages.of(qapp)
    yield languages
    languages.speak(ENGLISH)
    QLocale.setDefault(former)


# -- complete ----------------------------------------------------------------------------


def test_nothing_said_is_missing_and_nothing_left_over():
    assert differences(WORDS.read_bytes(), COMPILED.read_bytes()) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCES)))
def test_every_sentence_of_the_source_is_known(path):
    said = list(spoken(path.read_text("utf-8")))
    unknown = [
        (each.line, each.context, each.source)
        for each in said
        if each.source is not None and (each.context, each.source) not in MESSAGES
    ]
    assert unknown == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCES)))
def test_sentences_are_written_out_where_they_are_said(path):
    said = list(spoken(path.read_text("utf-8")))
    marked = {each.context for each in said if each.how == "mark"}
    loose = [
        each
        for each in said
        if not each.is_own or (each.source is None and each.context not in marked)
    ]
    assert loose == []


def test_a_marked_sentence_is_translated_in_the_context_it_is_marked_with():
    for path in FILES:
        said = list(spoken(path.read_text("utf-8")))
        marked = {each.context for each in said if each.how == "mark"}
        asked = {each.context for each in said if each.how == "translate" and not each.source}
        assert marked == asked, path


def test_what_the_program_reads_is_what_was_translated():
    translator = QTranslator()
    assert translator.load(str(COMPILED))
    wrong = each(lambda m: translator.translate(m.context, m.source) != m.translation)
    assert wrong == []


# -- in the clerk's words ----------------------------------------------------------------


def test_the_same_values_stand_in_both_languages():
    assert each(lambda m: Counter(HOLE.findall(m.source)) != Counter(holes(m))) == []


def holes(message):
    return HOLE.findall(message.translation)


def test_no_english_word_is_left_in_a_chinese_sentence():
    assert each(lambda m: set(LATIN.findall(plain(m.translation))) - NAMES) == []


def plain(translation):
    """Return *translation* without the holes and without what is typed letter by letter."""
    for typed in TYPED:
        translation = translation.replace(typed, "")
    return HOLE.sub("", translation)


def test_chinese_sentences_are_punctuated_in_chinese():
    assert each(lambda m: NARROW.search(m.translation)) == []


def test_no_blanks_stand_between_chinese_characters():
    assert each(lambda m: SPACED.search(re.sub(" {2,}", "", m.translation))) == []


def test_sentences_end_alike():
    wrong = each(
        lambda m: (
            m.source[-1] in ENDS
            and m.source not in SHORTENED
            and not m.translation.endswith(ENDS[m.source[-1]])
        )
    )
    assert wrong == []


@pytest.mark.parametrize("term", TERMS)
def test_a_term_is_always_called_the_same(term):
    used = re.compile(rf"\b{term}s?\b", re.IGNORECASE)
    with_term = [m for m in MESSAGES.values() if used.search(HOLE.sub("", m.source))]
    assert with_term
    assert [m for m in with_term if TERMS[term] not in m.translation] == []


# -- at work -----------------------------------------------------------------------------


def test_the_program_speaks_chinese_and_english_again(languages):
    assert languages.speak(CHINESE) == CHINESE
    assert QCoreApplication.translate("cli", "Nothing found.") == "没有找到。"
    assert languages.speak(ENGLISH) == ENGLISH
    assert QCoreApplication.translate("cli", "Nothing found.") == "Nothing found."


def test_the_dialogs_of_qt_speak_chinese_too(languages):
    languages.speak(CHINESE)
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"


def test_a_part_built_upon_another_speaks_like_it(languages, qtbot):
    class Special(JobBar):
        pass

    languages.speak(CHINESE)
    bar = Special()
    qtbot.addWidget(bar)
    assert bar.tr("Cancel") == "取消"


# -- the check itself --------------------------------------------------------------------


SAID = """
class Room(QObject):
    def words(self):
        return self.tr("{what} stands here")
"""


@pytest.fixture
def room(tmp_path):
    """A source file that is translated completely."""
    source = tmp_path / "room.py"
    source.write_text(SAID, "utf-8")
    blank = updated(b"", tmp_path)
    done = blank.replace(
        b'<translation type="unfinished"></translation>',
        "<translation>这里</translation>".encode(),
    )
    return source, done


def told(room, ts=None):
    source, done = room
    ts = ts or done
    return differences(ts, compiled(ts), source.parent)


def test_a_complete_translation_is_left_in_peace(room):
    assert told(room) == []


def test_a_new_sentence_is_told(room):
    source, _ = room
    source.write_text(SAID + '        return self.tr("New here")\n', "utf-8")
    assert told(room) == ["not in the file: Room: 'New here'"]


def test_a_sentence_that_is_not_said_any_more_is_told(room):
    source, _ = room
    source.write_text(SAID.replace("stands", "lies"), "utf-8")
    assert "not used any more: Room: '{what} stands here'" in told(room)


def test_a_sentence_without_a_translation_is_told(room):
    source, _ = room
    assert told(room, updated(b"", source.parent)) == [
        "not translated: Room: '{what} stands here'"
    ]


def test_an_old_compiled_file_is_told(room):
    source, done = room
    assert differences(done, b"", source.parent) == ["the .qm is older than the .ts"]


def test_a_sentence_that_lupdate_overlooks_is_seen_all_the_same(tmp_path):
    source = SAID.replace('self.tr("{what} stands here")', "f\"{self.tr('overlooked')}\"")
    (tmp_path / "room.py").write_text(source, "utf-8")
    assert read(updated(b"", tmp_path)) == {}
    assert [(each.context, each.source) for each in spoken(source)] == [("Room", "overlooked")]


@pytest.mark.parametrize("words", ["self.tr(name)", 'other.tr("such")', "self.tr('a' + name)"])
def test_a_sentence_that_is_not_written_out_is_seen(words):
    (found,) = spoken(f"class Room:\n    words = lambda self: {words}")
    assert found.source is None or not found.is_own
