"""The keys that sign papers: withdrawn when a computer is lost, vouched for by the street."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from station_app.domain.access.permissions import Permission
from station_app.domain.changes import Topic
from station_app.domain.errors import ValidationFailedError
from station_app.services.delivering import deliver
from ui.certificates.key_card import KeyCard
from ui.certificates.root_card import RootCard
from ui.kit.dialogs import choose_open_file
from ui.kit.jobs import Lane
from ui.kit.reason_form import ReasonForm
from ui.kit.surfaces import Scroll
from ui.kit.tokens import Space
from ui.kit.words import Role, label

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from station_app.bootstrap import Station
    from station_app.domain.changes import Done
    from station_app.domain.paper_code.vouchers import RootRequest, Voucher
    from station_app.services.certificates.paper_keys import KeyStanding, RootStanding
    from ui.kit.handing_out import Outlets
    from ui.kit.room import RoomContext

    WrittenT = TypeVar("WrittenT", RootRequest, Voucher)

WIDEST = 720
REASONS = ("设备遗失", "设备被盗", "设备报废前未清除", "口令泄露")
REQUEST_NAME, VOUCHER_NAME, JSON = "根密钥认可申请", "根密钥认可书", ".json"


class KeysPanel(Scroll):
    """A card for each key, and one for who stands for them."""

    def __init__(
        self,
        station: Station,
        context: RoomContext,
        outlets: Outlets,
        choose: Callable[..., Path | None] = choose_open_file,
    ) -> None:
        super().__init__(margin=Space.L, width=WIDEST, is_centred=False)
        self._station, self._context, self._outlets = station, context, outlets
        self._choose = choose
        self.cards: dict[str, KeyCard] = {}
        self.none = label("", Role.MUTED, wrap=True)
        self.root = RootCard(context.clock.today())
        self.reason = ReasonForm()
        self._asked = ""
        self._lay_out()
        for button in (self.root.ask, self.root.take, self.root.vouch):
            context.gate.bind(Permission.CERTIFICATE_KEYS, button)
        self.reason.given.connect(self._withdraw)
        self.reason.left.connect(self.reason.hide)
        self.root.ask_asked.connect(self._ask)
        self.root.vouch_asked.connect(self._vouch)
        self.root.take_asked.connect(self._take)
        context.operations.touched.connect(self._on_touched)

    def arrive(self) -> None:
        """Show the keys as they stand."""
        service = self._station.paper_keys
        self._context.jobs.start(
            lambda _: (service.keys(), service.root()),
            owner=self,
            done=lambda found: self._show(*found),
            failed=self._context.failed,
            lane=Lane.READ,
        )

    def _show(self, keys: tuple[KeyStanding, ...], root: RootStanding | None) -> None:
        self.reason.hide()
        self.reason.setParent(self)
        for card in self.cards.values():
            card.deleteLater()
        self.cards = {}
        for standing in keys:
            card = KeyCard(standing)
            card.withdraw_asked.connect(self._ask_withdraw)
            self._context.gate.bind(Permission.CERTIFICATE_KEYS, card.withdraw)
            self.body.insertWidget(self.body.indexOf(self.root), card)
            self.cards[standing.entry.id] = card
        self.none.setVisible(not keys)
        self.root.show_root(root)

    def _ask_withdraw(self, key: str) -> None:
        self._asked = key
        self.cards[key].body.addWidget(self.reason)
        self.reason.ask(
            self.tr(
                "Every certificate signed with this key is refused from now on, except those in"
                " the register. Exchange with the other computers first, so that theirs are in"
                " it. This cannot be undone."
            ),
            action=self.tr("Withdraw now"),
            reasons=REASONS,
            is_danger=True,
        )
        self.ensureWidgetVisible(self.reason)

    def _withdraw(self, reason: str) -> None:
        key = self._asked
        self._context.operations.perform(
            lambda _: self._station.paper_keys.withdraw(key, reason),
            owner=self,
            failed=self._refused,
            label=self.tr("Withdrew key {key}").format(key=key),
        )

    def _refused(self, error: Exception) -> None:
        if isinstance(error, ValidationFailedError):
            self.reason.refuse(self.tr("Write why, in at most 200 characters."))
        else:
            self._context.failed(error)

    def _ask(self) -> None:
        self._write(REQUEST_NAME, self._station.paper_keys.ask)

    def _vouch(self, until: date) -> None:
        path = self._choose(
            self, title=self.tr("Open the station's request"), kinds=self.tr("Requests (*.json)")
        )
        if path is not None:
            self._write(
                VOUCHER_NAME,
                lambda: self._station.paper_keys.vouch(path, until=until),
            )

    def _take(self) -> None:
        path = self._choose(
            self,
            title=self.tr("Open the street office's answer"),
            kinds=self.tr("Answers (*.json)"),
        )
        if path is not None:
            self._context.operations.perform(
                lambda _: self._station.paper_keys.take(path),
                owner=self,
                failed=self._context.failed,
                label=self.tr("Took in what the street office stands for"),
            )

    def _write(self, name: str, made: Callable[[], Done[WrittenT]]) -> None:
        path = self._outlets.choose_file(
            self,
            title=self.tr("Save the file"),
            kinds=self.tr("Files (*.json)"),
            suggested=name + JSON,
        )
        if path is None:
            return
        self._context.operations.perform(
            lambda _: made(),
            owner=self,
            done=lambda written: self._deliver(path, written.written()),
            failed=self._not_written,
        )

    def _not_written(self, error: Exception) -> None:
        if isinstance(error, ValidationFailedError):
            self.root.until.set_problem(self.tr("A day from today to three years from now."))
        else:
            self._context.failed(error)

    def _deliver(self, path: Path, content: bytes) -> None:
        told = self.tr("Saved: {title}").format(title=path.name)
        self._context.jobs.start(
            lambda _: deliver(path, content),
            owner=self,
            done=lambda _: self._context.notices.say(told),
            failed=self._context.failed,
            lane=Lane.OUTSIDE,
        )

    def _on_touched(self, topics: frozenset[Topic]) -> None:
        if Topic.CERTIFICATES in topics and self.isVisible():
            self.arrive()

    def _lay_out(self) -> None:
        why = self.tr(
            "Each computer that issues signs with keys of its own. Withdraw the key of one that"
            " was lost: whoever has it could sign certificates."
        )
        self.none.setText(self.tr("No certificate has been signed here yet."))
        self.body.addWidget(label(self.tr("Signing keys"), Role.TITLE))
        self.body.addWidget(label(why, Role.MUTED, wrap=True))
        self.body.addWidget(self.none)
        self.body.addWidget(self.root)
