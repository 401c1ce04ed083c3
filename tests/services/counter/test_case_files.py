"""Files of cases on a real encrypted store: taken in clean, looked at, given out, binned."""

from __future__ import annotations

import hashlib
import io
import json
import random
import sys
import zlib
from dataclasses import replace

import pytest
from PIL import Image

from station_app.domain.access.roles import Role
from station_app.domain.access.staff import NotPermittedError
from station_app.domain.counter.case_files import FileKind, FileWhy
from station_app.domain.counter.cases import CaseDraft
from station_app.domain.counter.items import id_of_shipped
from station_app.domain.errors import (
    CancelledError,
    NotFoundError,
    RefusedError,
    ValidationFailedError,
)
from station_app.domain.exports import ExportFilter, ExportState
from station_app.services.certificates.preview import page_sizes
from station_app.services.child_talk import Heard
from station_app.services.counter import scan_child, scans
from station_app.services.counter.scans import read_scan, reader_command
from tests.authority import as_seen_by, employ
from tests.pdf_text import text_of
from tests.refusals import refused
from tests.scans import a_pdf, a_phone_photo, a_photo, noise

DIBAO = id_of_shipped("minimum-living")
HOUSEHOLD = "户口簿"


@pytest.fixture
def case(station):
    return station.cases.draft(CaseDraft(item_id=DIBAO, applicant="张三")).value


@pytest.fixture
def rules(station):
    return station.reference.file_rules


def names(station, case):
    return [each.name for each in station.case_files.of(case).files]


def add(station, case, name="户口簿.jpg", content=None, **more):
    content = a_photo() if content is None else content
    return station.case_files.add(case, name, content, **more)


def picture(content):
    return Image.open(io.BytesIO(content))


def _acts(tx):
    rows = tx.session.connection().exec_driver_sql(
        "SELECT act FROM audit_entry WHERE act LIKE 'case:file:%' ORDER BY seq"
    )
    return [act.removeprefix("case:file:") for (act,) in rows]


def test_a_photo_is_kept_with_its_case_and_its_material(station, case):
    key = add(station, case, material=HOUSEHOLD).value
    (file,) = station.case_files.of(case).files
    assert (file.id, file.name, file.material) == (key, "户口簿.jpg", HOUSEHOLD)
    assert (file.kind, file.width, file.height, file.pages) == (FileKind.JPEG, 60, 40, 1)
    assert file.is_here
    content = station.case_files.content(key).value
    assert len(content) == file.size
    assert picture(content).size == (60, 40)


def test_nothing_of_a_photo_is_kept_but_what_is_seen(station, case):
    given = a_phone_photo(60, 40, orientation=6)
    assert b"Exif" in given
    content = station.case_files.content(add(station, case, content=given).value).value
    shown = picture(content)
    assert shown.size == (40, 60), "set upright as its camera has noted"
    assert not shown.getexif()
    assert set(shown.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    for mark in (b"Exif", b"GPS", "显眼".encode()):
        assert mark not in content


@pytest.mark.parametrize("orientation", range(1, 9))
def test_photos_are_upright_whichever_way_the_camera_was_held(rules, orientation):
    """The same as the library's own way, which writes the picture out to do it."""
    corner = Image.new("RGB", (64, 32), "white")
    corner.paste("black", (0, 0, 16, 8))
    exif = Image.Exif()
    exif[0x0112] = orientation
    stream = io.BytesIO()
    corner.save(stream, "PNG", exif=exif)
    from PIL import ImageOps  # noqa: PLC0415 - the second opinion, for this test alone

    expected = ImageOps.exif_transpose(picture(stream.getvalue()))
    found = picture(read_scan("角.png", stream.getvalue(), rules).content)
    assert found.size == expected.size
    assert found.convert("L").tobytes() == expected.convert("L").tobytes()


def test_a_large_photo_is_made_smaller(rules):
    scan = read_scan("大.jpg", a_photo(5000, 2500), rules)
    assert (scan.width, scan.height) == (rules.edge, rules.edge // 2)


def test_what_came_without_loss_stays_so_while_that_is_smaller(rules):
    drawing = read_scan("图.png", a_photo(form="PNG"), rules)
    assert drawing.kind is FileKind.PNG
    stream = io.BytesIO()
    picture(noise(400, 300)).save(stream, "PNG")
    assert read_scan("照片.png", stream.getvalue(), rules).kind is FileKind.JPEG


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16", "RGB"])
def test_pictures_of_all_sorts_are_taken(rules, mode):
    stream = io.BytesIO()
    plain = Image.new("I;16", (30, 20), 30000) if mode == "I;16" else Image.new(mode, (30, 20))
    plain.save(stream, "PNG")
    scan = read_scan("图.png", stream.getvalue(), rules)
    assert picture(scan.content).size == (30, 20)


def test_a_photo_for_printers_is_taken(rules):
    stream = io.BytesIO()
    Image.new("CMYK", (30, 20)).save(stream, "JPEG")
    assert picture(read_scan("图.jpg", stream.getvalue(), rules).content).mode == "RGB"


def test_a_pdf_is_kept_with_its_pages_and_nothing_else(station, case):
    key = add(station, case, "收入.pdf", a_pdf(3, text="income")).value
    (file,) = station.case_files.of(case).files
    assert (file.kind, file.pages) == (FileKind.PDF, 3)
    content = station.case_files.content(key).value
    assert len(page_sizes(content)) == 3
    assert "income" in text_of(content)
    assert "显眼的标题".encode("utf-16-be") not in content


def test_what_acts_in_a_pdf_does_not_come_in(rules):
    def link(canvas):
        canvas.linkURL("http://example.invalid/phone-home", (72, 690, 200, 712))

    given = a_pdf(2, text="plain", marks=[link])
    given = given.replace(
        b"/Type /Catalog", b"/OpenAction << /S /JavaScript /JS (x) >> /Type /Catalog"
    )
    assert b"phone-home" in given
    kept = read_scan("表.pdf", given, rules).content
    for mark in (b"phone-home", b"/OpenAction", b"JavaScript", b"/Annots"):
        assert mark not in kept
    assert "plain" in text_of(kept)


def test_what_was_filled_into_a_form_stays_on_the_page(rules):
    def field(canvas):
        canvas.acroForm.textfield(name="a", value="FILLED", x=72, y=500, width=200, height=24)

    kept = read_scan("表.pdf", a_pdf(marks=[field]), rules).content
    assert b"/AcroForm" not in kept
    assert "FILLED" in text_of(kept)


def locked():
    from reportlab.lib.pdfencrypt import StandardEncryption  # noqa: PLC0415 - for this case alone
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415

    stream = io.BytesIO()
    canvas = Canvas(stream, encrypt=StandardEncryption("secret", canPrint=0))
    canvas.drawString(72, 700, "x")
    canvas.save()
    return stream.getvalue()


def bomb(side=60_000):
    """A picture of a few kilobytes that would fill gigabytes."""
    head = side.to_bytes(4, "big") * 2 + b"\x08\x02\x00\x00\x00"

    def chunk(kind, data):
        body = kind + data
        return len(data).to_bytes(4, "big") + body + zlib.crc32(body).to_bytes(4, "big")

    line = zlib.compress(bytes(1 << 20))
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", line) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("半张.jpg", noise(800, 600)[:-4000], FileWhy.DAMAGED),
        ("半张.png", a_photo(300, 300, form="PNG")[:-40], FileWhy.DAMAGED),
        ("半份.pdf", a_pdf(3)[:-600], FileWhy.DAMAGED),
        ("坏.pdf", b"%PDF-1.7 nothing %%EOF", FileWhy.DAMAGED),
        ("坏.jpg", b"\xff\xd8\xff" + bytes(500), FileWhy.DAMAGED),
        ("锁.pdf", locked(), FileWhy.LOCKED),
        ("炸弹.png", bomb(), FileWhy.TOO_MANY_PIXELS),
        ("厚.pdf", a_pdf(41), FileWhy.TOO_MANY_PAGES),
        ("照片.png", a_photo(), FileWhy.NAME_DIFFERS),
        ("照片.gif", b"GIF89a" + bytes(30), FileWhy.KIND),
        ("双.jpg", a_photo() + b"PK\x05\x06" + bytes(18), FileWhy.TWO_KINDS),
    ],
)
def test_what_is_no_sound_file_is_refused_and_leaves_nothing(station, case, name, content, why):
    assert refused(add, station, case, name, content) == why
    assert names(station, case) == []
    assert _in_store(station) == 0


def _in_store(station):
    with station.store.reading() as tx:
        connection = tx.session.connection()
        return connection.exec_driver_sql("SELECT count(*) FROM case_file_content").scalar()


def test_damage_anywhere_is_refused_or_makes_a_picture_that_can_be_shown(rules):
    """Bytes changed at random: no fault of the program, and nothing unsound is kept."""
    chance, whole = random.Random(5), a_photo(200, 120, form="PNG")
    outcomes = set()
    for _ in range(12):
        data = bytearray(whole)
        for _ in range(3):
            data[chance.randrange(8, len(data))] = chance.randrange(256)
        try:
            scan = read_scan("图.png", bytes(data), rules)
        except RefusedError as error:
            outcomes.add(error.reason in set(FileWhy))
        else:
            picture(scan.content).load()
            outcomes.add(True)
    assert outcomes == {True}


def test_a_picture_too_large_even_when_made_smaller_is_refused(rules):
    tight = replace(rules, kept=50_000)
    assert refused(read_scan, "图.jpg", noise(1500, 1500), tight) == FileWhy.TOO_LARGE


@pytest.mark.skipif(sys.platform == "win32", reason="job objects are tried on Windows by hand")
def test_a_child_that_grows_or_hangs_is_a_refused_file(rules, monkeypatch):
    start = "import sys; sys.path.insert(0, sys.argv[1]);"
    confine = "from station_app.services.confinement import confine_to;"
    limits = f"confine_to(memory={scan_child.MEMORY_BYTES}, seconds=5);"
    monkeypatch.setattr(scans, "STARTER", start + confine + limits + "bytearray(2 << 30)")
    assert refused(read_scan, "图.jpg", a_photo(), rules) in {FileWhy.TOO_HARD, FileWhy.DAMAGED}
    monkeypatch.setattr(scans, "STARTER", "import time; time.sleep(60)")
    monkeypatch.setattr(scans, "SECONDS", 0.3)
    assert refused(read_scan, "图.jpg", a_photo(), rules) == FileWhy.TOO_HARD


@pytest.mark.parametrize(
    "said",
    [
        "",
        "[]",
        '{"kind": "jpeg", "width": 1, "height": 1, "pages": 1}\\nMZ',
        '{"kind": "png", "width": 1, "height": 1, "pages": 1}\\n\\xff\\xd8\\xff',
        '{"kind": "jpeg", "width": -1, "height": 1, "pages": 1}\\n\\xff\\xd8\\xff',
        '{"kind": "jpeg", "width": true, "height": 1, "pages": 1}\\n\\xff\\xd8\\xff',
        '{"refused": "nonsense"}',
    ],
)
def test_what_a_child_says_is_not_believed_unseen(rules, monkeypatch, said):
    telling = f"import sys; sys.stdout.buffer.write(b'{said}')"
    monkeypatch.setattr(scans, "STARTER", telling)
    assert refused(read_scan, "图.jpg", a_photo(), rules) == FileWhy.DAMAGED


def test_stopping_ends_the_child(rules):
    class Impatience:
        def step(self, done, total, phase=""):
            raise CancelledError(done=done, total=total, phase=phase)

    with pytest.raises(CancelledError):
        read_scan("图.jpg", a_photo(), rules, Impatience())


def test_a_frozen_program_starts_itself_with_a_flag(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert reader_command() == [sys.executable, scan_child.READER_FLAG]


def test_the_program_reads_a_scan_when_it_starts_itself(rules, monkeypatch):
    command = [sys.executable, "-m", "station_app", scan_child.READER_FLAG]
    monkeypatch.setattr(scans, "reader_command", lambda: command)
    assert read_scan("图.jpg", a_photo(), rules).kind is FileKind.JPEG


def test_the_same_file_is_kept_once_in_a_case(station, case):
    add(station, case, "一.jpg")
    assert refused(add, station, case, "二.jpg") == FileWhy.THERE_ALREADY
    other = station.cases.draft(CaseDraft(item_id=DIBAO, applicant="李四")).value
    add(station, other, "一.jpg")
    assert names(station, case) == names(station, other) == ["一.jpg"]


def test_what_lay_in_the_bin_comes_out_of_it(station, case):
    key = add(station, case).value
    station.case_files.put_into_bin(key)
    done = add(station, case, material=HOUSEHOLD)
    assert done.value == key
    assert [each.material for each in station.case_files.of(case).files] == [HOUSEHOLD]
    done.revert()
    assert names(station, case) == []


def test_adding_and_removing_are_taken_back(station, case):
    done = add(station, case)
    undone = done.revert()
    assert names(station, case) == []
    undone.revert()
    assert names(station, case) == ["户口簿.jpg"]


def test_a_file_is_given_to_a_material_and_back(station, case):
    key = add(station, case).value
    done = station.case_files.assign(key, HOUSEHOLD)
    assert station.case_files.of(case).files[0].material == HOUSEHOLD
    done.revert()
    assert station.case_files.of(case).files[0].material == ""


def test_a_case_is_full_at_last(station, case, monkeypatch, rules):
    vars(station.reference)["file_rules"] = replace(rules, files=2)
    add(station, case, "一.jpg")
    assert station.case_files.of(case).why == ""
    add(station, case, "二.jpg", a_photo(colour="blue"))
    assert station.case_files.of(case).why == FileWhy.TOO_MANY
    assert refused(add, station, case, "三.jpg", a_photo(colour="green")) == FileWhy.TOO_MANY
    vars(station.reference)["file_rules"] = replace(rules, case=100)
    assert refused(add, station, case, "四.jpg", a_photo(colour="red")) == FileWhy.CASE_FULL


def test_nothing_comes_to_a_case_in_the_archive(station, case):
    key = add(station, case).value

    def do(method, *said, **more):
        version = station.cases.page(case).case.version
        getattr(station.cases, method)(case, *said, version=version, **more)

    do("accept", promise="补交")
    do("close", "granted")
    do("notify")
    do("archive")
    assert station.case_files.of(case).why == FileWhy.ARCHIVED
    assert refused(add, station, case, "二.jpg", a_photo(colour="blue")) == FileWhy.ARCHIVED
    assert refused(station.case_files.put_into_bin, key) == FileWhy.ARCHIVED
    assert refused(station.case_files.assign, key, HOUSEHOLD) == FileWhy.ARCHIVED
    assert station.case_files.content(key).value


def test_giving_a_copy_out_takes_a_reason_and_is_noted(station, case, tmp_path):
    key = add(station, case).value
    boss = as_seen_by(station, employ(station, Role.SUPERVISOR, "站长")).case_files
    for reason in (" ", "长" * 2000):
        with pytest.raises(ValidationFailedError):
            boss.give_out(key, tmp_path / "a.jpg", reason)
    assert not (tmp_path / "a.jpg").exists()
    boss.give_out(key, tmp_path / "a.jpg", "街道复核")
    assert (tmp_path / "a.jpg").read_bytes() == station.case_files.content(key).value
    with station.store.reading() as tx:
        assert _acts(tx)[:2] == ["added", "given-out"]
        noted = tx.session.connection().exec_driver_sql(
            "SELECT facts FROM audit_entry WHERE act = 'case:file:given-out'"
        )
        (facts,) = [json.loads(each) for (each,) in noted]
    (line,) = station.export_register.lines(ExportFilter())
    assert (line.given_by.split("@")[0], line.state) == ("某人", ExportState.GIVEN)
    assert (line.list_kind, line.people, line.is_full) == ("case_file", 1, True)
    told = station.cases.page(case).case
    assert line.columns == (told.number or told.item,)
    assert (line.purpose, line.file_name) == ("街道复核", "a.jpg")
    assert line.sha256 == hashlib.sha256((tmp_path / "a.jpg").read_bytes()).hexdigest()
    assert facts["export"] == line.number
    assert refused(boss.give_out, key, tmp_path / "no" / "a.jpg", "街道复核") == "file-not-written"


def test_a_clerk_gives_no_copies_out(station, case, tmp_path):
    key = add(station, case).value
    clerk = as_seen_by(station, employ(station, Role.CLERK, "王芳")).case_files
    assert clerk.content(key).value
    with pytest.raises(NotPermittedError):
        clerk.give_out(key, tmp_path / "a.jpg", "自用")


def test_each_look_is_noted(station, case):
    key = add(station, case).value
    station.case_files.content(key)
    station.case_files.put_into_bin(key).revert()
    with station.store.reading() as tx:
        assert _acts(tx) == ["added", "shown", "binned", "restored"]


def test_what_has_not_arrived_and_what_was_altered_is_not_shown(station, case):
    key = add(station, case).value
    with station.store.transaction() as tx:
        connection = tx.session.connection()
        connection.exec_driver_sql("UPDATE case_file_content SET content = x'FFD8FF'")
    assert refused(station.case_files.content, key) == FileWhy.ALTERED
    with station.store.transaction() as tx:
        tx.session.connection().exec_driver_sql("DELETE FROM case_file_content")
    assert refused(station.case_files.content, key) == FileWhy.ELSEWHERE
    (file,) = station.case_files.of(case).files
    assert not file.is_here


def test_a_file_that_is_not_there_is_told_as_such(station, case):
    with pytest.raises(NotFoundError):
        station.case_files.content("0" * 32)
    with pytest.raises(NotFoundError):
        add(station, "0" * 32)


def small(station, case, name, content):
    key = add(station, case, name, content).value
    return Image.open(io.BytesIO(station.case_files.small(key)))


@pytest.mark.parametrize(
    ("name", "content", "size"),
    [
        ("a.jpg", a_photo(600, 400), (64, 43)),
        ("a.png", a_photo(400, 600, form="PNG"), (43, 64)),
        ("a.pdf", a_pdf(3), (45, 64)),
    ],
)
def test_a_small_picture_of_a_file_is_made_for_the_list(station, case, name, content, size):
    picture = small(station, case, name, content)
    assert (picture.format, picture.size) == ("PNG", size)


def test_a_small_picture_shows_what_the_file_shows(station, case):
    picture = small(station, case, "a.jpg", a_photo(300, 200, colour=(200, 30, 30)))
    red, green, blue = picture.convert("RGB").getpixel((30, 20))
    assert red > 180
    assert max(green, blue) < 60


def test_a_small_picture_is_no_look_and_nothing_is_kept_of_it(station, case):
    key = add(station, case).value
    sql = "SELECT (SELECT count(*) FROM audit_entry), (SELECT count(*) FROM case_file_content)"
    with station.store.reading() as tx:
        before = tx.session.connection().exec_driver_sql(sql).one()
    assert station.case_files.small(key)
    with station.store.reading() as tx:
        assert tx.session.connection().exec_driver_sql(sql).one() == before


def test_of_what_was_altered_there_is_no_picture(station, case):
    key = add(station, case).value
    with station.store.transaction() as tx:
        tx.session.connection().exec_driver_sql(
            "UPDATE case_file_content SET content = ?", (a_photo(10, 10),)
        )
    assert station.case_files.small(key) == b""


@pytest.mark.parametrize(
    "answer",
    [b"", b"{}\n", b"{}\nGIF89a", b"{}\n" + a_photo(65, 1, form="PNG"), b"{}\n" + a_photo(9, 9)],
)
def test_whatever_a_child_says_only_a_small_picture_is_believed(
    monkeypatch, station, case, rules, answer
):
    monkeypatch.setattr(scans, "ask_child", lambda *_a, **_w: Heard(answer, is_over=False))
    assert scans.small_picture(a_photo(), rules, edge=64) == b""


def test_whoever_may_not_see_the_case_gets_no_small_picture_of_it(station, case):
    key = add(station, case).value
    outside = employ(station, Role.GRID_WORKER, "王网格", grids=("0" * 32,))
    worker = as_seen_by(station, outside).case_files
    with pytest.raises(NotPermittedError):
        worker.small(key)
