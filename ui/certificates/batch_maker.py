"""A batch from its first letter to the list of what waits: people found, paper shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station_app.domain.certificate_batches import Matched
from station_app.domain.errors import Problem, ValidationFailedError
from station_app.domain.residents.people import ResidentId
from station_app.services.certificates.fonts import GlyphMissingError
from ui.certificates.batch_form import BatchDraft, BatchForm
from ui.certificates.batch_words import BatchWords
from ui.certificates.forms import onto_form
from ui.certificates.latest_paper import LatestPaper
from ui.kit.buttons import Choice
from ui.kit.drafts import FormDrafts
from ui.kit.handing_out import Handout
from ui.kit.icons import Icon
from ui.kit.paper_panel import PaperPanel

if TYPE_CHECKING:
    from station_app.bootstrap import Station
    from station_app.domain.certificate_batches import Match
    from station_app.domain.paper_templates.template import PaperTemplate
    from station_app.domain.residents.filters import SavedList
    from station_app.domain.settings import Settings
    from station_app.services.certificates.drawing.printing import Paper
    from ui.certificates.latest_paper import Drawing
    from ui.certificates.words import Words
    from ui.kit.handing_out import Outlets
    from ui.kit.jobs import Job
    from ui.kit.room import RoomContext

    Needed = tuple[tuple[PaperTemplate, ...], tuple[SavedList, ...], Settings]

WAIT_MS = 300
NARROWEST, WIDEST = 380, 560
HONOUR = "honour"


class BatchMaker(QWidget):
    """Left the form, right the paper of the first of them."""

    made = Signal(str)  # the key of the batch
    left = Signal()

    def __init__(
        self, station: Station, words: Words, context: RoomContext, outlets: Outlets
    ) -> None:
        super().__init__()
        self._station, self._words, self._context = station, words, context
        self.form: BatchForm | None = None
        self._needed: Needed | None = None
        self._matches: tuple[Match, ...] = ()
        self._looking: Job | None = None
        self._is_busy = False
        self._drafts: FormDrafts | None = None
        self._holder = QWidget()
        self._holder.setMinimumWidth(NARROWEST)
        self._holder.setMaximumWidth(WIDEST)
        self._column = QVBoxLayout(self._holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.panel = PaperPanel(
            context,
            outlets,
            (
                Icon.CERTIFICATE,
                self.tr("The first paper appears here"),
                self.tr("Write who gets one: the paper of the first of them is shown."),
            ),
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._holder, 4)
        row.addWidget(self.panel, 5)
        self._pause = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._pause.timeout.connect(self._look)
        self._preview = LatestPaper(context.jobs, self._drawing, self)
        self._preview.drawn.connect(self._show_preview)
        self._preview.failed.connect(self._on_refused)

    def begin(self) -> None:
        """Begin a batch, or go on with the one that was begun."""
        if self.form is None:
            self._context.jobs.start(lambda _: self._fetch(), owner=self, done=self._start)
        else:
            self.form.focus_first()

    def has_unsaved(self) -> bool:
        """Whether something has been typed that is not handed in."""
        return self.form is not None and self.form.is_dirty()

    def _fetch(self) -> Needed:
        templates = self._station.certificate_requests.templates()
        many = tuple(each for each in templates if each.is_for_many)
        return many, self._station.lists.saved(), self._station.settings.current()

    def _start(self, needed: Needed) -> None:
        self._needed = needed
        kinds = [each.kind for each in needed[0]]
        if kinds:
            self._show_form(HONOUR if HONOUR in kinds else kinds[0])

    def _show_form(self, kind: str) -> None:
        if self._needed is None:
            return
        templates, lists, settings = self._needed
        template = next(each for each in templates if each.kind == kind)
        former = self.form
        form = self.form = BatchForm(
            self._words,
            self._context,
            template,
            kinds=[Choice(each.kind, each.title) for each in templates],
            lists=[Choice(each.id, each.name) for each in lists],
        )
        form.show_draft(BatchDraft(on=self._context.clock.today(), by=settings.clerk))
        if self._drafts is not None:
            self._drafts.leave()
        if self._context.drafts is not None:
            self._drafts = FormDrafts(form, self._context.drafts)
            self._drafts.begin(f"batch:{kind}", self.tr("Certificates for many people"))
        if former is not None:
            form.fill(former.draft())
            self._put_away(former)
        self._column.addWidget(form)
        form.kind_chosen.connect(self._show_form)
        form.list_chosen.connect(self._take_list)
        form.people_changed.connect(self._pause.start)
        form.changed.connect(self._preview.draw_soon)
        form.submitted.connect(self._hand_in)
        form.left.connect(self.left)
        form.occasion.setFocus()
        self._look()

    def _take_list(self, key: str) -> None:
        form = self.form
        if form is not None:
            kind = form.template.kind
            self._context.jobs.start(
                lambda _: self._station.certificate_batches.match_list(kind, key),
                owner=self,
                done=self._add_list,
                failed=self._on_refused,
            )

    def _add_list(self, matches: tuple[Match, ...]) -> None:
        if self.form is not None:
            people = (match.wanted for match in matches)
            self.form.add_people([f"{each.name} {each.digits}".strip() for each in people])

    def _look(self) -> None:
        """Look who the lines are."""
        form = self.form
        if form is None:
            return
        kind, text = form.template.kind, form.draft().people
        if self._looking is not None:
            self._looking.cancel()
        self._looking = self._context.jobs.start(
            lambda _: self._station.certificate_batches.match(kind, text),
            owner=self,
            done=self._show_found,
            failed=self._on_refused,
        )

    def _show_found(self, matches: tuple[Match, ...]) -> None:
        form, self._matches = self.form, matches
        if form is None or self._needed is None:
            return
        words = BatchWords(self._words, self._needed[2].freshness_days, self)
        form.say_found(words.found(matches) if matches else "")
        if not self._open():
            form.people.set_problem("")
        self._preview.draw_soon()

    def _people(self) -> list[ResidentId]:
        found = (match for match in self._matches if match.kind is Matched.ONE)
        return [ResidentId(match.resident_id) for match in found]

    def _open(self) -> bool:
        return any(match.kind is not Matched.ONE for match in self._matches)

    def _drawing(self) -> Drawing | None:
        form, people = self.form, self._people()
        if form is None or not people:
            self.panel.clear()
            return None
        asked = form.request().for_person(people[0])
        evidence = form.evidence(self._context.clock.today())
        proof = (evidence,) if evidence.how else ()
        return lambda: self._station.certificate_requests.preview(asked, proof)

    def _show_preview(self, paper: Paper) -> None:
        if self.form is not None:
            self.panel.show_handout(
                Handout(
                    pdf=paper.pdf,
                    title=self.tr("Draft"),
                    kind=self.form.template.kind,
                    onto_form=onto_form(self._station, paper.pdf),
                    obstacle=self.tr(
                        "A draft is not handed out. It gets its number when approved."
                    ),
                )
            )

    def _hand_in(self) -> None:
        form = self.form
        if form is None or self._is_busy:
            return
        # the very lines that were typed, not those of a moment ago
        self._pause.stop()
        kind, text = form.template.kind, form.draft().people
        self._is_busy = True
        self._context.jobs.start(
            lambda _: self._station.certificate_batches.match(kind, text),
            owner=self,
            done=partial(self._hand_in_found, form),
            failed=self._on_refused,
        )

    def _hand_in_found(self, form: BatchForm, matches: tuple[Match, ...]) -> None:
        self._show_found(matches)
        if self._open():
            self._is_busy = False
            form.show_problems([Problem("people", "open")])
            form.people.setFocus()
            return
        draft, people = form.request(), self._people()
        evidence, occasion = form.evidence(self._context.clock.today()), form.draft().occasion
        self._context.operations.perform(
            lambda _: self._station.certificate_batches.draw_up(draft, people, evidence, occasion),
            owner=self,
            done=self._on_made,
            failed=self._on_refused,
            label=self.tr("Handed in: {occasion}").format(occasion=occasion),
        )

    def _on_made(self, key: str) -> None:
        self._is_busy = False
        self._preview.forget()
        self.panel.clear()
        drafts, self._drafts = self._drafts, None
        if drafts is not None:
            drafts.end()
        former, self.form = self.form, None
        if former is not None:
            self._put_away(former)
        self.made.emit(key)

    def _put_away(self, form: BatchForm) -> None:
        self._column.removeWidget(form)
        form.hide()
        form.deleteLater()

    def _on_refused(self, error: Exception) -> None:
        self._is_busy = False
        if isinstance(error, ValidationFailedError) and self.form is not None:
            self.form.show_problems(error.problems)
            self.form.focus_first()
        elif isinstance(error, GlyphMissingError) and self.form is not None:
            self.form.say_found(self._words.missing_glyphs(error.characters))
        else:
            self._context.failed(error)
