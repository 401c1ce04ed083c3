"""A clerk's morning: everything that is done every day, once, by the keyboard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.certificates.page import (
    ASK,
    BATCH,
    QUEUE,
    REGISTER,
    SEAL,
    VERIFY,
    CertificatesPage,
)
from ui.imports.page import ImportPage
from ui.residents.page import ResidentsPage
from ui.sync.page import COMPARE, DEVICES, REVIEW, ExchangePage
from ui.tour.window_round import WindowRound

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ui.app.program import Program
    from ui.tour.walk import Until

SEARCHED = "zeng"
BY_ADDRESS = "幸福里1-2-301"
PURPOSE = "办理子女入学"
ADDRESSEE = "石头城小学"
NOT_OURS = "单身证明"


@dataclass(frozen=True, slots=True, kw_only=True)
class Applicant:
    """Somebody who may have a certificate of residence."""

    name: str
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """What a morning needs besides the window."""

    passphrase: str
    roster: Path
    applicant: Applicant
    refused: Applicant
    stick: Path | None = None


class PaperRound(WindowRound):
    """The part of a morning that is spent with papers: issued, refused, looked up."""

    def __init__(self, program: Program, out: Path, cast: Cast) -> None:
        super().__init__(program, out)
        self.cast = cast

    def issue_certificate(self) -> Iterator[Until]:
        """Look two people up by name and number; one is refused, one gets the paper."""
        yield self.press("Ctrl+2")
        page = self.page(CertificatesPage)
        self.take_picture("certificates")
        yield from self._name_applicant(self.cast.refused)
        yield from self.until("the refusal", page.issuing.obstacle.isVisible)
        self.take_picture("certificate-refused")
        page.issuing.start_anew()
        yield from self._name_applicant(self.cast.applicant)
        yield from self.until("the draft", lambda: page.issuing.panel.handout() is not None)
        yield self.type(PURPOSE)
        self.take_picture("certificate-draft")
        yield self.press("Ctrl+Return")
        self.take_picture("certificate-asked")
        self.keyboard.press("Return")
        yield from self.until("the certificate", page.issuing.issued.isVisible)
        self.take_picture("certificate-issued")

    def refuse_paper(self) -> Iterator[Until]:
        """Be asked for a paper that is not ours to issue."""
        page = self.page(CertificatesPage)
        page.show_view(ASK)
        yield self.rest("the negative list")
        yield self.type(NOT_OURS)
        self.take_picture("not-ours")
        self.keyboard.press("Return")
        yield from self.until("the slip", lambda: page.asking.panel.handout() is not None)
        self.take_picture("not-ours-slip")

    def look_at_registers(self) -> Iterator[Until]:
        """Look at what waits, and at the registers of certificates and of seal use."""
        page = self.page(CertificatesPage)
        views = (
            (BATCH, "certificate-batches"),
            (QUEUE, "certificate-queue"),
            (REGISTER, "register"),
            (SEAL, "seal-register"),
            (VERIFY, "verify"),
        )
        for view, name in views:
            page.show_view(view)
            yield self.rest(name)
            self.take_picture(name)
        page.verifying.show_keys()
        yield from self.until("the keys", lambda: bool(page.verifying.keys.cards))
        yield self.rest("the keys")
        self.take_picture("signing-keys")
        page.show_view(REGISTER)
        page.register.show_numbers()
        yield self.rest("certificate-numbers")
        self.take_picture("certificate-numbers")
        page.register.show_list()

    def _name_applicant(self, applicant: Applicant) -> Iterator[Until]:
        yield self.type(applicant.name)
        yield self.press("Return")
        yield self.type(applicant.number)
        yield self.press("Return")


class Morning(PaperRound):
    """Goes from the door through every room and back to the door."""

    def walk(self) -> Iterator[Until]:
        """Do it all."""
        yield from self.unlock()
        yield from self.find_somebody()
        yield from self.work_on_the_file()
        yield from self.bring_roster_in()
        yield from self.issue_certificate()
        yield from self.refuse_paper()
        yield from self.look_at_registers()
        yield from self.work_at_cases(self.cast.applicant.name)
        yield from self.look_at_orders_and_tasks()
        yield from self.look_up_item()
        yield from self.exchange()
        yield from self.look_at_settings()
        yield from self.lock()

    def unlock(self) -> Iterator[Until]:
        """Open the door with the passphrase."""
        yield self.rest("the door")
        self.take_picture("door")
        yield self.type(self.cast.passphrase)
        self.keyboard.press("Return")
        yield from self.until("the open station", lambda: self.program.opened is not None)
        self.take_picture("residents")

    def find_somebody(self) -> Iterator[Until]:
        """Find people while typing, by reading and by address, and open a file."""
        yield self.press("Ctrl+K")
        yield self.type(BY_ADDRESS)
        self.take_picture("search-address")
        yield self.press("Ctrl+A")
        yield self.type(SEARCHED)
        self.take_picture("search-name")
        yield self.press("Return")
        self.take_picture("person")

    def work_on_the_file(self) -> Iterator[Until]:
        """Open each form of the file, and leave it."""
        for keys, name in (
            ("Ctrl+E", "correct"),
            ("Ctrl+M", "move"),
            ("Ctrl+T", "tags"),
            ("Ctrl+R", "verify"),
            ("Ctrl+N", "new-resident"),
        ):
            yield self.press(keys)
            self.take_picture(name)
            yield self.press("Esc")
        page = self.page(ResidentsPage)
        page.show_places()
        yield self.rest("the places")
        self.take_picture("places")

    def bring_roster_in(self) -> Iterator[Until]:
        """Bring a small roster in by four steps, and take it back."""
        self.shell.open_record("import", str(self.cast.roster))
        page = self.page(ImportPage)
        yield from self.until("the roster read", lambda: page.task.file is not None)
        for name in ("import-file", "import-columns", "import-trial"):
            self.take_picture(name)
            yield self.press("Alt+Right")
        yield from self.until("the roster brought in", lambda: page.task.result is not None)
        self.take_picture("import-result")
        self.shell.notices.clear()
        yield self.click(page.result_step.acts.undo)
        yield self.click(page.wizard.next)
        yield from self.until("the import taken back", page.past.isVisible)
        self.take_picture("imports")
        self.shell.notices.clear()

    def exchange(self) -> Iterator[Until]:
        """Look at the exchange; with a stick, exchange with it by its key."""
        yield self.press("Ctrl+5")
        self.take_picture("exchange")
        page = self.page(ExchangePage)
        if self.cast.stick is not None:
            page.exchange.use_folder(self.cast.stick)
            yield self.press("F9")
            yield from self.until("the result", page.exchange.result.isVisible)
            self.take_picture("exchange-result")
        for view in (REVIEW, DEVICES, COMPARE):
            page.show_view(view)
            yield self.rest(view)
            self.take_picture(f"exchange-{view}")
        if page.devices.model.rowCount():
            page.show_view(DEVICES)
            yield self.press("Down", "Return")
            self.take_picture("exchange-device")

    def look_at_settings(self) -> Iterator[Until]:
        """Look at the settings, and at the sheet of keys."""
        yield self.press("Ctrl+,")
        self.take_picture("settings")
        yield self.press("Ctrl+1")
        yield self.press("Ctrl+/")
        self.take_picture("keys")
        yield self.press("Esc")

    def lock(self) -> Iterator[Until]:
        """Close the door."""
        yield self.press("Ctrl+L")
        self.take_picture("locked")
