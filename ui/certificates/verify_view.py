"""Verifying a certificate that somebody brings: digits in, verdict and signed fields out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from station_app.domain.access.permissions import Permission
from station_app.services.delivering import deliver
from ui.certificates.code_entry import CodeEntry
from ui.certificates.keys_panel import KeysPanel
from ui.certificates.verdict_card import VerdictCard
from ui.kit.buttons import Button
from ui.kit.dialogs import choose_open_file
from ui.kit.empty_state import EmptyState
from ui.kit.icons import Icon
from ui.kit.jobs import Lane
from ui.kit.surfaces import Card, Scroll
from ui.kit.tokens import Space
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from station_app.bootstrap import Station
    from station_app.domain.paper_code.judging import Judgement
    from station_app.services.certificates.verifying import VerifyPage
    from ui.kit.handing_out import Outlets
    from ui.kit.room import RoomContext

SIDE = 440
WIDEST = 720
PAGE_NAME = "证明核验"
HTML = ".html"
ENDINGS = "*.pdf *.jpg *.jpeg *.png *.webp *.bmp *.gif *.tif *.tiff *.txt"


class VerifyView(QWidget):
    """The digits at the left, what is to be thought of them at the right."""

    def __init__(
        self,
        station: Station,
        context: RoomContext,
        outlets: Outlets,
        choose: Callable[..., Path | None] = choose_open_file,
    ) -> None:
        super().__init__()
        self._station, self._context, self._outlets = station, context, outlets
        self._choose = choose
        self._asked = 0
        self.entry = CodeEntry()
        self.page_card = Card(self.tr("For those without this program"))
        self.save_page = Button(self.tr("Save the verification page…"), meaning=Icon.SAVE)
        self.open_keys = Button(self.tr("Signing keys"), meaning=Icon.SEAL)
        self.open_keys.setToolTip(
            self.tr(
                "Withdraw the key of a computer that was lost; have the street office stand for"
                " them."
            )
        )
        self.keys = KeysPanel(station, context, outlets, choose)
        self.verdict = VerdictCard()
        self.empty = EmptyState(
            Icon.SEAL,
            self.tr("The verdict appears here"),
            self.tr(
                "A scanner types the digits by itself. What is shown is what was signed, not"
                " what stands on the paper."
            ),
        )
        self._lay_out()
        self.entry.given.connect(self.judge)
        self.entry.changed.connect(self.forget)
        self.entry.file_asked.connect(self.open_file)
        self.save_page.on_click(self._save_page)
        self.open_keys.on_click(self.show_keys)
        context.gate.bind(Permission.CERTIFICATE_PAGE, self.save_page)

    def arrive(self) -> None:
        """Put the cursor where a scan goes."""
        self.entry.arrive()

    def forget(self) -> None:
        """Show no verdict: the one shown was on something else."""
        self._asked += 1
        self.stack.setCurrentIndex(0)

    def show_keys(self) -> None:
        """Show the keys that sign papers in the place of a verdict."""
        self._asked += 1
        self.stack.setCurrentWidget(self.keys)
        self.keys.arrive()

    def judge(self, typed: str) -> None:
        """Show the verdict on what was scanned or typed."""
        self._ask(lambda: self._station.verifying.judge(typed))

    def open_file(self) -> None:
        """Show the verdict on the code in a file of the user's choice."""
        path = self._choose(
            self,
            title=self.tr("Open a certificate"),
            kinds=self.tr("Certificates ({endings})").format(endings=ENDINGS),
        )
        if path is not None:
            self.entry.start_anew()
            self._ask(lambda: self._station.verifying.judge_file(path))

    def _ask(self, question: Callable[[], Judgement]) -> None:
        self.forget()
        asked = self._asked
        self._context.jobs.start(
            lambda _: question(),
            owner=self,
            done=lambda found: self._show(found, asked),
            failed=self._context.failed,
            lane=Lane.READ,
        )

    def _show(self, found: Judgement, asked: int) -> None:
        if asked != self._asked:  # something else stands in the field by now
            return
        self.verdict.show_judgement(found)
        self.stack.setCurrentIndex(1)
        self.entry.field.text.setAccessibleDescription(self.verdict.spoken())

    def _save_page(self) -> None:
        path = self._outlets.choose_file(
            self,
            title=self.tr("Save the verification page"),
            kinds=self.tr("Web pages (*.html)"),
            suggested=f"{PAGE_NAME} {self._context.clock.today().isoformat()}{HTML}",
        )
        if path is None:
            return
        path = path if path.suffix.lower() == HTML else path.with_name(path.name + HTML)
        self._context.operations.perform(
            lambda _: self._station.verifying.page(),
            owner=self,
            done=lambda page: self._deliver(path, page),
        )

    def _deliver(self, path: Path, page: VerifyPage) -> None:
        told = self.tr("Saved: {title}, keys {keys}, void certificates {revoked}").format(
            title=path.name, keys=page.keys, revoked=page.revoked
        )
        self._context.jobs.start(
            lambda _: deliver(path, page.html),
            owner=self,
            done=lambda _: self._context.notices.say(told),
            lane=Lane.OUTSIDE,
        )

    def _lay_out(self) -> None:
        words = self.tr(
            "One file that verifies certificates in any browser, by camera, picture or digits,"
            " without a network. It knows the keys and the void certificates of today: give out"
            " a new one every week."
        )
        self.page_card.body.addWidget(label(words, Role.MUTED, wrap=True))
        row = QHBoxLayout()
        row.addWidget(self.save_page)
        row.addStretch(1)
        self.page_card.body.addLayout(row)
        side = Scroll(margin=Space.L)
        side.setFixedWidth(SIDE)
        side.body.addWidget(self.entry)
        side.body.addWidget(self.page_card)
        side.body.addWidget(self.open_keys, 0, Qt.AlignmentFlag.AlignLeft)
        answer = Scroll(margin=Space.L, width=WIDEST, is_centred=False)
        answer.body.addWidget(self.verdict)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(answer)
        self.stack.addWidget(self.keys)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(side)
        line.addWidget(self.stack, 1)
