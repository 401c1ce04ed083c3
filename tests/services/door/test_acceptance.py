"""What the key slots have to stand up to, counted: guesses, typos, flipped bits, lost secrets.

The least bearable cost of Argon2 is used throughout: what is tried is whether anything
opens, not how long that takes.
"""

from __future__ import annotations

import itertools
import json
import random
import shutil
import string
import time
from collections import Counter
from dataclasses import replace
from hashlib import sha256

import pytest

from station_app.bootstrap import open_station
from station_app.domain.errors import (
    KeysDamagedError,
    StationError,
    StationMissingError,
    WrongPassphraseError,
)
from station_app.domain.paper_keys import (
    ALPHABET,
    LENGTH,
    MistypedPaperKeyError,
    new_paper_key,
)
from station_app.domain.passphrases import folded
from station_app.store.vault.canonical import as_bytes
from station_app.store.vault.keyfile import read_keyfile
from station_app.store.vault.slots import SlotKind
from tests.services.door.people import CLERK, HEAD, NEXT, OTHER, PASSPHRASE, THEIRS, admit
from ui.shell.wording import ERRORS, sentence_of

SEED = 20260304
PEOPLE = {HEAD: PASSPHRASE, CLERK: THEIRS, OTHER: NEXT}
SIGNS = string.ascii_letters + string.digits + string.punctuation + "石头城社区 Ａ１\u3000"
DAMAGED, WRONG = KeysDamagedError.code, WrongPassphraseError.code


@pytest.fixture
def chance():
    return random.Random(SEED)


@pytest.fixture
def four(access, home, key):
    """A station with four slots: a supervisor, two clerks, the paper key."""
    for owner in (CLERK, OTHER):
        admit(access, home, key, owner, PEOPLE[owner])
    return key


def outcome(act):
    """Return the code of what *act* is refused with; ``opened`` with the key it gave."""
    try:
        return f"opened {bytes(act().root).hex()}"
    except StationError as error:
        return error.code


def guesses(chance):
    """Yield passphrases that open nothing: near the right ones, then at random."""
    right = {folded(secret) for secret in PEOPLE.values()}
    for secret in PEOPLE.values():
        for place, sign in itertools.product(range(len(secret)), SIGNS):
            yield from (
                guess
                for guess in (
                    secret[:place] + sign + secret[place + 1 :],
                    secret[:place] + sign + secret[place:],
                )
                if folded(guess) not in right
            )
        yield from (secret.swapcase(), secret[::-1], secret + "\0", " " + secret, secret[:-1], "")
    while True:
        yield "".join(chance.choices(SIGNS, k=chance.randint(0, 40)))


def guess(home, chance, times):
    """Try so many passphrases at the slot of everybody; count what came of it."""
    slots = read_keyfile(home.keys)
    people = slots.of_kind(SlotKind.SUPERVISOR, SlotKind.USER)
    return Counter(
        outcome(lambda: slots.unlock(people, each))  # noqa: B023 - called at once
        for each in itertools.islice(guesses(chance), times)
    )


def wrong_papers(access, home, times):
    return Counter(
        outcome(lambda: access.unlock_with_paper(home, new_paper_key().text()))
        for _ in range(times)
    )


def typos(text, chance):
    """Yield what a hand makes of *text*: one sign for another, or two changed over."""
    while True:
        place, other = chance.randrange(LENGTH), chance.choice(ALPHABET)
        if chance.random() < 0.5:
            yield text[:place] + other + text[place + 1 :]
        else:
            one, two = sorted(chance.sample(range(LENGTH), 2))
            yield (text[:one] + text[two] + text[one + 1 : two] + text[one] + text[two + 1 :])


def mistype(access, home, text, chance, times):
    made = itertools.islice((typo for typo in typos(text, chance) if typo != text), times)
    return Counter(outcome(lambda: access.unlock_with_paper(home, typo)) for typo in made)  # noqa: B023 - called at once


def flip(home, secrets, places):
    """Flip every bit at *places* of the key file; count what everybody is told."""
    whole, found = home.keys.read_bytes(), Counter()
    for place, bit in itertools.product(places, range(8)):
        damaged = bytearray(whole)
        damaged[place] ^= 1 << bit
        home.keys.write_bytes(damaged)
        owner, secret = secrets[place % len(secrets)]
        found[outcome(lambda: open_by(home, owner, secret))] += 1  # noqa: B023 - called at once
    home.keys.write_bytes(whole)
    return found


def forge(home, secrets, step):
    """Flip bits of all values of the slots and put the sum right, as a forger would."""
    whole, found, turn = json.loads(home.keys.read_bytes()), Counter(), 0
    del whole["sum"]
    for number, field in itertools.product(range(len(whole["slots"])), whole["slots"][0]):
        value = whole["slots"][number][field]
        for place, bit in itertools.product(range(0, len(str(value)), step), range(8)):
            record = json.loads(json.dumps(whole))
            record["slots"][number][field] = flipped(value, place, bit)
            home.keys.write_bytes(as_bytes(record | {"sum": sha256(as_bytes(record)).hexdigest()}))
            turn += 1
            owner, secret = secrets[turn % len(secrets)]
            found[outcome(lambda: open_by(home, owner, secret))] += 1  # noqa: B023 - called at once
    return found


def flipped(value, place, bit):
    text = str(value)
    text = text[:place] + chr(ord(text[place]) ^ 1 << bit) + text[place + 1 :]
    return int(text) if isinstance(value, int) and text.isascii() and text.isdigit() else text


def open_by(home, owner, secret):
    file = read_keyfile(home.keys)
    slots = [slot for slot in file.slots if slot.owner == owner]
    return file.unlock(slots, secret)


def everybody(paper):
    return [*PEOPLE.items(), ("", paper.text())]


def told(say, what, found, began):
    seconds = time.monotonic() - began
    say(f"{what}: {sum(found.values()):,} in {seconds:.0f} s: {dict(found)}")
    return found


def test_wrong_secrets_open_nothing(access, home, four, paper, chance):
    assert guess(home, chance, 1000) == {WRONG: 1000}
    assert wrong_papers(access, home, 100) == {WRONG: 100}
    typos_told = mistype(access, home, paper.text(), chance, 2000)
    assert typos_told == {MistypedPaperKeyError.code: 2000}


@pytest.mark.long
@pytest.mark.timeout(900)
def test_ten_thousand_guesses_and_twenty_thousand_typos_open_nothing(
    access, home, four, paper, chance, say
):
    began = time.monotonic()
    found = told(say, "wrong passphrases, each at three slots", guess(home, chance, 10_000), began)
    assert found == {WRONG: 10_000}
    began = time.monotonic()
    found = told(say, "wrong paper keys", wrong_papers(access, home, 1000), began)
    assert found == {WRONG: 1000}
    began = time.monotonic()
    found = mistype(access, home, paper.text(), chance, 20_000)
    assert told(say, "typos of a paper key", found, began) == {MistypedPaperKeyError.code: 20_000}


def test_a_flipped_bit_here_and_there_yields_no_key(home, four, paper):
    places = range(3, home.keys.stat().st_size, 97)
    found = flip(home, everybody(paper), places)
    assert set(found) == {DAMAGED}
    found = forge(home, everybody(paper), 61)
    assert set(found) <= {DAMAGED, WRONG}
    assert found[WRONG] > 10


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_no_flipped_bit_of_the_key_file_yields_a_key(home, four, paper, say):
    size, began = home.keys.stat().st_size, time.monotonic()
    found = flip(home, everybody(paper), range(size))
    assert told(say, f"flipped bits in {size:,} bytes", found, began) == {DAMAGED: size * 8}
    began = time.monotonic()
    found = told(say, "forged bits, the sum put right", forge(home, everybody(paper), 1), began)
    assert set(found) == {DAMAGED, WRONG}


def test_any_one_of_four_secrets_opens_the_station(access, home, four, paper, clock):
    ways = [
        *(lambda owner=owner: access.unlock(home, PEOPLE[owner], owner=owner) for owner in PEOPLE),
        lambda: access.unlock_with_paper(home, paper.text()),
    ]
    for way in ways:
        key = way()
        open_station(home, replace(key, owner=HEAD), clock=clock).close()


def test_with_the_paper_key_alone_everybody_gets_in_again(access, home, four, paper):
    for owner in PEOPLE:
        access.reset_passphrase(home, owner, paper.text(), f"Stuvwx-{owner[:2]}")
        assert access.unlock(home, f"Stuvwx-{owner[:2]}", owner=owner) == four


def test_with_a_supervisors_passphrase_alone_there_is_a_new_paper_key(access, home, four):
    renewed = access.renew_paper_key(home, HEAD, PASSPHRASE)
    access.reset_passphrase(home, CLERK, renewed.text(), "Stuvwx78")
    assert access.unlock(home, "Stuvwx78", owner=CLERK) == four


@pytest.mark.parametrize("what", ["missing", "empty", "cut", "zeroed", "another kind of file"])
def test_a_key_file_that_is_lost_says_what_to_do(access, home, four, what):
    whole = home.keys.read_bytes()
    left = {
        "empty": b"",
        "cut": whole[: len(whole) // 2],
        "zeroed": bytes(len(whole)),
        "another kind of file": b"PK\x03\x04" + whole,
    }
    home.keys.unlink()
    if what in left:
        home.keys.write_bytes(left[what])
    for owner, secret in PEOPLE.items():
        with pytest.raises(KeysDamagedError) as raised:
            access.unlock(home, secret, owner=owner)
        assert sentence_of(raised.value) == ERRORS[DAMAGED]
    with pytest.raises(KeysDamagedError):
        access.people(home)


def test_a_folder_without_a_station_is_no_damage(access, home, four):
    shutil.rmtree(home.root)
    with pytest.raises(StationMissingError):
        access.people(home)
