"""The desk where papers are made: values in, PDF out."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from station_app.domain.paper_templates.template import Layout
from station_app.services.certificates.assistance_wording import AssistanceWording
from station_app.services.certificates.case_wording import CaseWording
from station_app.services.certificates.certificate_wording import (
    CertificateWording,
    certificate_of,
)
from station_app.services.certificates.drawing.honours import draw_honour
from station_app.services.certificates.drawing.journals import draw_journal
from station_app.services.certificates.drawing.keys import draw_key_page
from station_app.services.certificates.drawing.letters import draw_letter
from station_app.services.certificates.drawing.overprinting import only_fields
from station_app.services.certificates.drawing.press import Press
from station_app.services.certificates.drawing.records import draw_record
from station_app.services.certificates.drawing.registers import AUDIT_GRID, draw_register
from station_app.services.certificates.drawing.test_sheets import draw_test_sheet
from station_app.services.certificates.guide_wording import GuideWording
from station_app.services.certificates.report_wording import ReportWording
from station_app.services.certificates.rights_wording import RightsWording
from station_app.services.certificates.task_wording import TaskWording
from station_app.services.certificates.test_sheet_wording import TestSheetWording
from station_app.services.certificates.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from station_app.domain.counter.admission.papers import TaskPaperKind
    from station_app.domain.counter.case_papers import CasePaperKind
    from station_app.domain.overprint import Alignment, Printer
    from station_app.domain.paper_templates.template import PaperTemplate
    from station_app.services.certificates.assistance_wording import (
        AssistanceDossier,
        Authorisation,
    )
    from station_app.services.certificates.case_wording import ToldCase
    from station_app.services.certificates.drawing.printing import Paper
    from station_app.services.certificates.guide_wording import GuideSheet
    from station_app.services.certificates.papers import (
        AuditListing,
        Certificate,
        DaySheet,
        FirstPassphraseSheet,
        RecoveryKeySheet,
        RefusalSlip,
        ResidenceCertificate,
        SealRegister,
    )
    from station_app.services.certificates.report_wording import ReportKind, ReportSheet
    from station_app.services.certificates.rights_papers import (
        OwnData,
        PrivacyNotice,
        RightsAnswer,
    )
    from station_app.services.certificates.task_wording import ToldTask


class PaperDesk:
    """Draws every paper of the station, with the fonts and templates of *resources*.

    The same values give the same bytes. GlyphMissingError tells which characters keep a
    paper from being made; TemplateError, at the start, that a template is wrong.
    """

    def __init__(self, resources: Path) -> None:
        self._resources = resources
        self._press = Press(resources / "fonts")
        self._certificates = CertificateWording(
            resources / "certificates", self._press.chain.missing
        )
        self._wording = Wording(resources / "templates")
        self._rights = RightsWording(resources / "templates")
        self._guides = GuideWording(resources / "templates")
        self._reports = ReportWording(resources / "templates")
        self._assistance = AssistanceWording(resources / "templates")

    @property
    def templates(self) -> Mapping[str, PaperTemplate]:
        """The templates of certificates by their kinds."""
        return self._certificates.templates

    def code_facts(self, certificate: Certificate) -> tuple[str, ...]:
        """Return what the code of *certificate* says besides number, day and name."""
        return self._certificates.code_facts(certificate)

    def missing(self, text: str) -> tuple[str, ...]:
        """Return the characters of *text* that cannot be printed, each once."""
        return self._press.chain.missing(text)

    def draw_residence(self, certificate: ResidenceCertificate) -> Paper:
        """Draw a certificate of residence (居住情况证明); a draft, if it has no number."""
        return self.draw_certificate(certificate_of(certificate))

    def draw_certificate(self, certificate: Certificate) -> Paper:
        """Draw a certificate of any kind there is a template of; a draft without number."""
        letter = self._certificates.letter(certificate)
        if letter.page.layout is Layout.HONOUR:
            return draw_honour(letter, self._press)
        return draw_letter(letter, self._press)

    def onto_form(self, pdf: bytes, alignment: Alignment) -> Paper:
        """Return only the fields of the certificate *pdf*, for a form (套打)."""
        return only_fields(pdf, alignment)

    def draw_test_sheet(self, printer: Printer) -> Paper:
        """Draw the test sheet of *printer*, set right as it is (套打测试页)."""
        drawn = draw_test_sheet(self._test_sheets.sheet(printer), self._press)
        return only_fields(drawn.pdf, printer.alignment)

    def draw_refusal(self, slip: RefusalSlip) -> Paper:
        """Draw the slip for what is not ours to issue (不予出具证明告知单)."""
        return draw_letter(self._wording.refusal(slip), self._press)

    def draw_seal_register(self, register: SealRegister) -> Paper:
        """Draw the register of seal use (用印登记簿)."""
        return draw_register(self._wording.seal_register(register), self._press)

    def draw_audit_list(self, listing: AuditListing) -> Paper:
        """Draw entries of the audit for an inspector."""
        return draw_register(self._wording.audit_list(listing), self._press, AUDIT_GRID)

    def draw_day_sheet(self, sheet: DaySheet) -> Paper:
        """Draw a day's work with the head of the audit (工作日志页)."""
        return draw_journal(self._wording.day_sheet(sheet), self._press)

    def draw_recovery_key(self, sheet: RecoveryKeySheet) -> Paper:
        """Draw the sheet with the paper recovery key (纸质恢复密钥)."""
        return draw_key_page(self._wording.recovery_key(sheet), self._press)

    def draw_first_passphrase(self, sheet: FirstPassphraseSheet) -> Paper:
        """Draw the slip with somebody's first passphrase (首次登录口令)."""
        return draw_key_page(self._wording.first_passphrase(sheet), self._press)

    def draw_notice(self, notice: PrivacyNotice) -> Paper:
        """Draw the notice about what is kept and why (个人信息处理告知书)."""
        return draw_record(self._rights.notice(notice), self._press)

    def draw_own_data(self, data: OwnData) -> Paper:
        """Draw all that is held about somebody (本人信息查询结果)."""
        return draw_record(self._rights.own_data(data), self._press)

    def draw_answer(self, answer: RightsAnswer) -> Paper:
        """Draw the answer to a request about own data (答复书)."""
        return draw_letter(self._rights.answer(answer), self._press)

    @property
    def case_papers(self) -> Mapping[CasePaperKind, str]:
        """The titles of the papers of cases by their kinds."""
        return {kind: each.title for kind, each in self._cases.templates.items()}

    def draw_case_paper(self, told: ToldCase) -> Paper:
        """Draw a paper of a case (办件文书) with its copies."""
        return draw_letter(self._cases.letter(told), self._press)

    def draw_report(self, kind: ReportKind, sheet: ReportSheet) -> Paper:
        """Draw a list of the window: problems of a period, figures of ratings."""
        return draw_record(self._reports.report(kind, sheet), self._press)

    @property
    def task_papers(self) -> Mapping[TaskPaperKind, str]:
        """The titles of the papers of admission by their kinds."""
        return {kind: each.title for kind, each in self._tasks.templates.items()}

    def draw_task_paper(self, told: ToldTask) -> Paper:
        """Draw a paper of admission (准入文书)."""
        return draw_letter(self._tasks.letter(told), self._press)

    def draw_guide(self, sheet: GuideSheet) -> Paper:
        """Draw the guide sheet of an item (办事指南)."""
        return draw_record(self._guides.guide(sheet), self._press)

    @cached_property
    def _test_sheets(self) -> TestSheetWording:
        return TestSheetWording(self._resources / "templates")

    @cached_property
    def _cases(self) -> CaseWording:
        return CaseWording(self._resources / "counter", self._press.chain.missing)

    @cached_property
    def _tasks(self) -> TaskWording:
        return TaskWording(self._resources / "counter", self._press.chain.missing)

    def draw_dossier(self, dossier: AssistanceDossier) -> Paper:
        """Draw the papers of a pre-check (低保申请预审材料)."""
        return draw_record(self._assistance.dossier(dossier), self._press)

    def draw_authorisation(self, sheet: Authorisation) -> Paper:
        """Draw the sheet that a family signs (核对授权书)."""
        return draw_record(self._assistance.authorisation(sheet), self._press)
