"""The one file, opened from the disk in a real browser: typed, scanned, read from pictures.

Once with the browser's own Ed25519, once with the page's, as browsers without it have to.
"""

from __future__ import annotations

import io
import json
import time
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from station_app.services.certificates.drawing.desk import PaperDesk
from station_app.services.certificates.preview import picture
from station_app.services.certificates.verify_page import page_of
from station_app.shipped import RESOURCES
from tests.services.certificates.conftest import _certificate
from tests.verify_page.chromium import Chromium, found_chromium
from tests.verify_page.conftest import DAY, FOLDER, KINDS, signed_list, told_by_program
from tests.verify_page.test_same_verdict import GOOD, REVOKED, SHOWN, TABLE, many, normal

pytestmark = [pytest.mark.slow, pytest.mark.timeout(120)]

PLAIN = Path(__file__).with_name("plain.cjs").read_text(encoding="utf-8")
DAYS = """
globalThis.Date = class extends Date {
  constructor(...given) { given.length ? super(...given) : super(globalThis.stationDay || 0); }
};
"""
WITHOUT = (
    "crypto.subtle.importKey = () => Promise.reject(new DOMException('', 'NotSupportedError'));"
)
COUNTED = """
globalThis.stationVerified = 0;
{ const verify = crypto.subtle.verify.bind(crypto.subtle);
  crypto.subtle.verify = (...given) => {
    globalThis.stationVerified++;
    return verify(...given);
  }; }
"""
WAYS = {"WebCrypto": "", "fallback": WITHOUT}
AT_A_TIME = 500


@pytest.fixture(scope="module", params=WAYS)
def browser(request, tmp_path_factory):
    """The page in a browser that knows Ed25519, and in one that does not."""
    path = found_chromium()
    if path is None:
        pytest.skip("no Chromium is installed: CONTRIBUTING.md tells how to get one")
    folder = tmp_path_factory.mktemp("browser")
    file = folder / "证明核验.html"
    file.write_bytes(page_of(FOLDER, signed_list(), KINDS))
    opened = Chromium(path, folder / "profile")
    opened.before_pages(DAYS + COUNTED + WAYS[request.param])
    opened.way, opened.file = request.param, file
    opened.open(file)
    opened.run(PLAIN + ";globalThis.plainVerdict = plainVerdict; 0")
    yield opened
    opened.close()


def at_noon(day):
    return (
        f"globalThis.stationDay = new Date({day.year}, {day.month - 1}, {day.day}, 12).getTime()"
    )


def shown(browser, typed, today=DAY):
    """Return what the screen says of what was typed: the verdict, and each field."""
    browser.run(at_noon(today) + "; document.getElementById('clear').click()")
    browser.type(typed)
    return told_on_screen(browser)


def told_on_screen(browser):
    return browser.run("""new Promise((done) => {
      const answer = document.getElementById("answer");
      (function look() {
        const verdict = answer.getAttribute("data-verdict");
        const hint = document.getElementById("hint").textContent;
        if (!verdict && (!hint || hint.startsWith("正在"))) { setTimeout(look, 2); return; }
        done([verdict || hint, ...[...document.querySelectorAll("dd")].map((e) => e.textContent)]);
      })();
    })""")


def judged(browser, typed):
    """Return the verdicts on many codes, as the scripts in this page find them."""
    browser.run(
        at_noon(DAY)
        + """;
      globalThis.stationRests = globalThis.stationRests ||
        StationCode.open(JSON.parse(document.getElementById("data").textContent)); 0"""
    )
    day = (DAY - date(1970, 1, 1)).days
    found = []
    for start in range(0, len(typed), AT_A_TIME):
        asked = json.dumps(typed[start : start + AT_A_TIME])
        found += browser.run(f"""stationRests.then((rests) => Promise.all({asked}.map((typed) =>
            StationCode.judge(typed, rests, {day}).then(plainVerdict))))""")
    return [normal({k: v for k, v in each.items() if v is not None}) for each in found]


def expected(typed):
    return normal({k: v for k, v in told_by_program(typed).items() if v is not None})


def test_each_kind_of_input_is_told_on_the_screen_as_by_the_program(browser):
    for name, (typed, today, verdict) in TABLE.items():
        told, *fields = shown(browser, typed, today)
        if not typed.strip():
            assert told.startswith("请先扫描"), name
            continue
        assert told == verdict, name
        claims = told_by_program(typed, today)["claims"]
        assert bool(fields) == (claims is not None), name
        if claims:
            wanted = [claims[key] for key in ("number", "name", "document")]
            assert fields[1:4] == [each or "——" for each in wanted], name


def test_signatures_are_checked_by_what_this_browser_has(browser):
    before = browser.run("stationVerified")
    assert shown(browser, GOOD)[0] == "valid"
    by_itself = browser.run("stationVerified") - before
    assert by_itself == (1 if browser.way == "WebCrypto" else 0)


def test_the_page_asks_for_nothing_but_itself(browser):
    assert browser.asked_for
    assert {url for url in browser.asked_for if not url.startswith("blob:file:")} == {
        browser.file.as_uri()
    }


@pytest.mark.parametrize(("code", "verdict"), [(GOOD, "valid"), (REVOKED, "revoked")])
def test_a_scan_of_the_paper_is_read_from_its_picture(browser, tmp_path, code, verdict):
    pdf = PaperDesk(RESOURCES).draw_residence(_certificate(code=code)).pdf
    shot = picture(pdf, 0, dpi=300)
    written = io.BytesIO()
    Image.frombytes("RGBA", (shot.width, shot.height), shot.pixels).save(written, "PNG")
    file = tmp_path / "scan.png"
    file.write_bytes(written.getvalue())
    browser.run(at_noon(DAY) + "; document.getElementById('clear').click()")
    browser.give("#picture", file)
    assert told_on_screen(browser)[0] == verdict


def none_is_taken(browser, number, seed, say):
    typed = many(number, seed)
    begun = time.perf_counter()
    there = judged(browser, typed)
    took = time.perf_counter() - begun
    assert [each for each in there if each["verdict"] in SHOWN] == []
    assert there == [expected(each) for each in typed]
    say(
        f"Chromium, {browser.way}: 0 of {len(typed):,} forged or mutated codes taken, all verdicts"
        f" as the program's; {took / len(typed) * 1e3:.2f} ms each"
    )


def test_forged_codes_are_taken_by_no_browser(browser, say):
    none_is_taken(browser, 2_001, 23, say)


@pytest.mark.long
@pytest.mark.timeout(7200)
def test_of_a_hundred_thousand_forged_codes_none_is_taken_by_a_browser(browser, say):
    none_is_taken(browser, 100_000, 29, say)
