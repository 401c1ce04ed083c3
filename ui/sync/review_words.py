"""What fields, answers and values are called where conflicts are reviewed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from station_app.domain.sync.review import DELETE, RESTORE, CaseKind, ValueKind
from ui.kit.moments import moment_words

if TYPE_CHECKING:
    from datetime import datetime

    from station_app.domain.sync.review import Edit, ReviewCase, ReviewOption, ReviewPoint

CONTEXT = "review"
DOT = " · "
NOTHING = "–"

FIELDS = {
    "agreement": QT_TRANSLATE_NOOP("review", "Agreement"),
    "appraisal": QT_TRANSLATE_NOOP("review", "Appraisal brought"),
    "approval_no": QT_TRANSLATE_NOOP("review", "Number of the approval"),
    "asked_on": QT_TRANSLATE_NOOP("review", "Approval asked for on"),
    "begins_on": QT_TRANSLATE_NOOP("review", "Begins on"),
    "decided_on": QT_TRANSLATE_NOOP("review", "Decided on"),
    "department": QT_TRANSLATE_NOOP("review", "Sent by"),
    "ended_on": QT_TRANSLATE_NOOP("review", "Ended on"),
    "ends_on": QT_TRANSLATE_NOOP("review", "Ends on"),
    "fate": QT_TRANSLATE_NOOP("review", "What becomes of it"),
    "frequency": QT_TRANSLATE_NOOP("review", "How often"),
    "funding": QT_TRANSLATE_NOOP("review", "Money that comes with it (fen)"),
    "happened_on": QT_TRANSLATE_NOOP("review", "Day"),
    "hours": QT_TRANSLATE_NOOP("review", "Opening hours"),
    "is_chosen": QT_TRANSLATE_NOOP("review", "Used here"),
    "list_type": QT_TRANSLATE_NOOP("review", "List"),
    "local_name": QT_TRANSLATE_NOOP("review", "Name here"),
    "made_from": QT_TRANSLATE_NOOP("review", "Could be made from"),
    "minutes": QT_TRANSLATE_NOOP("review", "Minutes"),
    "money": QT_TRANSLATE_NOOP("review", "Money brought"),
    "owner": QT_TRANSLATE_NOOP("review", "Whose it is"),
    "task_id": QT_TRANSLATE_NOOP("review", "Task"),
    "work": QT_TRANSLATE_NOOP("review", "Work described"),
    "case_id": QT_TRANSLATE_NOOP("review", "Case"),
    "done_on": QT_TRANSLATE_NOOP("review", "Done on"),
    "target_on": QT_TRANSLATE_NOOP("review", "Target for"),
    "target": QT_TRANSLATE_NOOP("review", "Target"),
    "satisfied": QT_TRANSLATE_NOOP("review", "Satisfied"),
    "matters": QT_TRANSLATE_NOOP("review", "How many"),
    "period": QT_TRANSLATE_NOOP("review", "Period"),
    "return_note": QT_TRANSLATE_NOOP("review", "About sending back"),
    "returned_on": QT_TRANSLATE_NOOP("review", "Sent back on"),
    "returned": QT_TRANSLATE_NOOP("review", "Sent back because"),
    "extension": QT_TRANSLATE_NOOP("review", "Why it takes longer"),
    "extended_on": QT_TRANSLATE_NOOP("review", "Extended on"),
    "call_note": QT_TRANSLATE_NOOP("review", "About the call-back"),
    "called_on": QT_TRANSLATE_NOOP("review", "Called back on"),
    "is_solved": QT_TRANSLATE_NOOP("review", "Solved"),
    "is_reached": QT_TRANSLATE_NOOP("review", "Reached"),
    "is_anonymous": QT_TRANSLATE_NOOP("review", "Anonymous"),
    "category": QT_TRANSLATE_NOOP("review", "Kind of problem"),
    "received_time": QT_TRANSLATE_NOOP("review", "Received at"),
    "source_number": QT_TRANSLATE_NOOP("review", "Number of the source"),
    "ordered_due": QT_TRANSLATE_NOOP("review", "Due as ordered"),
    "reasons": QT_TRANSLATE_NOOP("review", "Reasons"),
    "rated_on": QT_TRANSLATE_NOOP("review", "Rated on"),
    "material": QT_TRANSLATE_NOOP("review", "Material"),
    "measure": QT_TRANSLATE_NOOP("review", "What was done"),
    "judged_on": QT_TRANSLATE_NOOP("review", "Judged on"),
    "finding": QT_TRANSLATE_NOOP("review", "What was found"),
    "corrected_on": QT_TRANSLATE_NOOP("review", "Put right on"),
    "contacted_on": QT_TRANSLATE_NOOP("review", "Spoken to on"),
    "contact_note": QT_TRANSLATE_NOOP("review", "What was said"),
    "cause": QT_TRANSLATE_NOOP("review", "Cause"),
    "answer_note": QT_TRANSLATE_NOOP("review", "About the call-back"),
    "accepted_on": QT_TRANSLATE_NOOP("review", "Accepted on"),
    "address": QT_TRANSLATE_NOOP("review", "Address"),
    "addressee": QT_TRANSLATE_NOOP("review", "Addressee"),
    "affair": QT_TRANSLATE_NOOP("review", "Class of affair"),
    "agent_document": QT_TRANSLATE_NOOP("review", "Number of the agent's document"),
    "agent_document_kind": QT_TRANSLATE_NOOP("review", "Document of the agent"),
    "agent_name": QT_TRANSLATE_NOOP("review", "Agent"),
    "agent_phone": QT_TRANSLATE_NOOP("review", "Phone of the agent"),
    "agent_proof": QT_TRANSLATE_NOOP("review", "What the agent has shown"),
    "agent_relation": QT_TRANSLATE_NOOP("review", "Relation of the agent"),
    "algorithm": QT_TRANSLATE_NOOP("review", "Algorithm"),
    "answer": QT_TRANSLATE_NOOP("review", "Answer"),
    "answered_on": QT_TRANSLATE_NOOP("review", "Answered on"),
    "answers": QT_TRANSLATE_NOOP("review", "Answers"),
    "applicant": QT_TRANSLATE_NOOP("review", "Applicant"),
    "approved_by": QT_TRANSLATE_NOOP("review", "Approved by"),
    "approved_on": QT_TRANSLATE_NOOP("review", "Approved on"),
    "archived_on": QT_TRANSLATE_NOOP("review", "Filed on"),
    "asked": QT_TRANSLATE_NOOP("review", "Asked for"),
    "asker": QT_TRANSLATE_NOOP("review", "Who asks"),
    "asker_name": QT_TRANSLATE_NOOP("review", "Name of who asks"),
    "asker_phone": QT_TRANSLATE_NOOP("review", "Phone of who asks"),
    "asker_relation": QT_TRANSLATE_NOOP("review", "Relation of who asks"),
    "assignee": QT_TRANSLATE_NOOP("review", "Looked after by"),
    "attachment_id": QT_TRANSLATE_NOOP("review", "File"),
    "basis": QT_TRANSLATE_NOOP("review", "Basis"),
    "began_on": QT_TRANSLATE_NOOP("review", "The clock began on"),
    "born": QT_TRANSLATE_NOOP("review", "Born"),
    "building_id": QT_TRANSLATE_NOOP("review", "Building"),
    "certificate_id": QT_TRANSLATE_NOOP("review", "Certificate"),
    "channel": QT_TRANSLATE_NOOP("review", "How they came"),
    "closed_on": QT_TRANSLATE_NOOP("review", "Closed on"),
    "code": QT_TRANSLATE_NOOP("review", "Code"),
    "collected_by": QT_TRANSLATE_NOOP("review", "Collected by"),
    "collected_on": QT_TRANSLATE_NOOP("review", "Collected on"),
    "columns": QT_TRANSLATE_NOOP("review", "Columns"),
    "conditions": QT_TRANSLATE_NOOP("review", "Conditions"),
    "content": QT_TRANSLATE_NOOP("review", "Content"),
    "contents": QT_TRANSLATE_NOOP("review", "Contents"),
    "copies": QT_TRANSLATE_NOOP("review", "Copies"),
    "details": QT_TRANSLATE_NOOP("review", "Details"),
    "died_on": QT_TRANSLATE_NOOP("review", "Died on"),
    "document": QT_TRANSLATE_NOOP("review", "Number of the document"),
    "document_kind": QT_TRANSLATE_NOOP("review", "Kind of document"),
    "door": QT_TRANSLATE_NOOP("review", "Door"),
    "drawn_up_on": QT_TRANSLATE_NOOP("review", "Drawn up on"),
    "due_on": QT_TRANSLATE_NOOP("review", "Due on"),
    "dwelling_id": QT_TRANSLATE_NOOP("review", "Lives at"),
    "edition": QT_TRANSLATE_NOOP("review", "Edition of the notice"),
    "education": QT_TRANSLATE_NOOP("review", "Education"),
    "employer": QT_TRANSLATE_NOOP("review", "Work or school"),
    "estate_id": QT_TRANSLATE_NOOP("review", "Estate"),
    "ethnicity": QT_TRANSLATE_NOOP("review", "Ethnicity"),
    "facts": QT_TRANSLATE_NOOP("review", "Facts certified"),
    "field": QT_TRANSLATE_NOOP("review", "Field"),
    "file_name": QT_TRANSLATE_NOOP("review", "Name of the file"),
    "floor": QT_TRANSLATE_NOOP("review", "Floor"),
    "form": QT_TRANSLATE_NOOP("review", "Form"),
    "former_name": QT_TRANSLATE_NOOP("review", "Former name"),
    "found_by": QT_TRANSLATE_NOOP("review", "Found by"),
    "found_on": QT_TRANSLATE_NOOP("review", "Found on"),
    "given_by": QT_TRANSLATE_NOOP("review", "Given by"),
    "given_on": QT_TRANSLATE_NOOP("review", "Given on"),
    "giver": QT_TRANSLATE_NOOP("review", "Who consented"),
    "grid_id": QT_TRANSLATE_NOOP("review", "Grid"),
    "ground": QT_TRANSLATE_NOOP("review", "Ground in the law"),
    "guardian_id": QT_TRANSLATE_NOOP("review", "Guardian"),
    "handled_by": QT_TRANSLATE_NOOP("review", "Handled by"),
    "health": QT_TRANSLATE_NOOP("review", "Health"),
    "holder": QT_TRANSLATE_NOOP("review", "Holder"),
    "household_id": QT_TRANSLATE_NOOP("review", "Household"),
    "how": QT_TRANSLATE_NOOP("review", "How"),
    "hukou_address": QT_TRANSLATE_NOOP("review", "Registered at"),
    "hukou_kind": QT_TRANSLATE_NOOP("review", "Kind of registration"),
    "hukou_local": QT_TRANSLATE_NOOP("review", "Registered in this community"),
    "hukou_number": QT_TRANSLATE_NOOP("review", "Booklet"),
    "hukou_since": QT_TRANSLATE_NOOP("review", "Registered since"),
    "identity_check": QT_TRANSLATE_NOOP("review", "How identity was checked"),
    "is_erased": QT_TRANSLATE_NOOP("review", "Erased"),
    "is_full": QT_TRANSLATE_NOOP("review", "Numbers in full"),
    "is_long_term": QT_TRANSLATE_NOOP("review", "Valid for long"),
    "is_primary": QT_TRANSLATE_NOOP("review", "Main document"),
    "issued_on": QT_TRANSLATE_NOOP("review", "Issued on"),
    "issuer": QT_TRANSLATE_NOOP("review", "Issued by"),
    "item": QT_TRANSLATE_NOOP("review", "Item"),
    "item_id": QT_TRANSLATE_NOOP("review", "Item"),
    "kept_by": QT_TRANSLATE_NOOP("review", "Kept by"),
    "kind": QT_TRANSLATE_NOOP("review", "Kind"),
    "left_on": QT_TRANSLATE_NOOP("review", "Left on"),
    "left_to": QT_TRANSLATE_NOOP("review", "Moved to"),
    "level": QT_TRANSLATE_NOOP("review", "Level"),
    "list_kind": QT_TRANSLATE_NOOP("review", "Kind of list"),
    "lives_here": QT_TRANSLATE_NOOP("review", "Lives here"),
    "living_basis": QT_TRANSLATE_NOOP("review", "Basis"),
    "living_proof": QT_TRANSLATE_NOOP("review", "Proof"),
    "living_since": QT_TRANSLATE_NOOP("review", "Lives there since"),
    "marital": QT_TRANSLATE_NOOP("review", "Marital status"),
    "media_type": QT_TRANSLATE_NOOP("review", "Kind of file"),
    "name": QT_TRANSLATE_NOOP("review", "Name"),
    "note": QT_TRANSLATE_NOOP("review", "Remarks"),
    "notified_on": QT_TRANSLATE_NOOP("review", "Told on"),
    "occasion": QT_TRANSLATE_NOOP("review", "Occasion"),
    "number": QT_TRANSLATE_NOOP("review", "Number"),
    "occupation": QT_TRANSLATE_NOOP("review", "Occupation"),
    "office": QT_TRANSLATE_NOOP("review", "Office"),
    "origin": QT_TRANSLATE_NOOP("review", "Origin"),
    "other_phone": QT_TRANSLATE_NOOP("review", "Other phones"),
    "pdf": QT_TRANSLATE_NOOP("review", "Paper"),
    "people": QT_TRANSLATE_NOOP("review", "People"),
    "person_id": QT_TRANSLATE_NOOP("review", "Guardian of the register"),
    "phone": QT_TRANSLATE_NOOP("review", "Phone"),
    "pinyin": QT_TRANSLATE_NOOP("review", "Pinyin"),
    "politics": QT_TRANSLATE_NOOP("review", "Political status"),
    "printed": QT_TRANSLATE_NOOP("review", "Copies printed"),
    "promise": QT_TRANSLATE_NOOP("review", "Promised to be brought later"),
    "proof": QT_TRANSLATE_NOOP("review", "Proof"),
    "public": QT_TRANSLATE_NOOP("review", "Public key"),
    "published_until": QT_TRANSLATE_NOOP("review", "Hangs out until"),
    "purpose": QT_TRANSLATE_NOOP("review", "Purpose"),
    "reason": QT_TRANSLATE_NOOP("review", "Reason"),
    "received_on": QT_TRANSLATE_NOOP("review", "Received on"),
    "recipient": QT_TRANSLATE_NOOP("review", "To whom"),
    "refused_on": QT_TRANSLATE_NOOP("review", "Refused on"),
    "relation": QT_TRANSLATE_NOOP("review", "Relation"),
    "replaces_id": QT_TRANSLATE_NOOP("review", "In the place of"),
    "request_id": QT_TRANSLATE_NOOP("review", "Certificate asked for"),
    "resident_id": QT_TRANSLATE_NOOP("review", "Person"),
    "responsible": QT_TRANSLATE_NOOP("review", "Responsible"),
    "result": QT_TRANSLATE_NOOP("review", "Result"),
    "result_note": QT_TRANSLATE_NOOP("review", "About the result"),
    "retired_on": QT_TRANSLATE_NOOP("review", "Retired on"),
    "retired_reason": QT_TRANSLATE_NOOP("review", "Why it was retired"),
    "key_id": QT_TRANSLATE_NOOP("review", "Signing key"),
    "revoked_on": QT_TRANSLATE_NOOP("review", "Revoked on"),
    "room": QT_TRANSLATE_NOOP("review", "Room"),
    "serial": QT_TRANSLATE_NOOP("review", "Serial number"),
    "sex": QT_TRANSLATE_NOOP("review", "Sex"),
    "sha256": QT_TRANSLATE_NOOP("review", "Digest"),
    "since": QT_TRANSLATE_NOOP("review", "Since"),
    "size": QT_TRANSLATE_NOOP("review", "Size"),
    "source": QT_TRANSLATE_NOOP("review", "Source"),
    "stage": QT_TRANSLATE_NOOP("review", "Stage"),
    "state": QT_TRANSLATE_NOOP("review", "State"),
    "stops": QT_TRANSLATE_NOOP("review", "When the clock stood still"),
    "supervision_phone": QT_TRANSLATE_NOOP("review", "Phone for complaints"),
    "ticks": QT_TRANSLATE_NOOP("review", "Materials brought"),
    "title": QT_TRANSLATE_NOOP("review", "Title"),
    "told": QT_TRANSLATE_NOOP("review", "What was told to lack"),
    "told_effect": QT_TRANSLATE_NOOP("review", "Effect was told"),
    "unit": QT_TRANSLATE_NOOP("review", "Unit"),
    "until": QT_TRANSLATE_NOOP("review", "Until"),
    "used_on": QT_TRANSLATE_NOOP("review", "Used on"),
    "valid_from": QT_TRANSLATE_NOOP("review", "Valid from"),
    "valid_to": QT_TRANSLATE_NOOP("review", "Valid to"),
    "value": QT_TRANSLATE_NOOP("review", "Value"),
    "verified_by": QT_TRANSLATE_NOOP("review", "Verified by"),
    "verified_how": QT_TRANSLATE_NOOP("review", "Verified how"),
    "verified_note": QT_TRANSLATE_NOOP("review", "Remarks on the verification"),
    "verified_on": QT_TRANSLATE_NOOP("review", "Verified on"),
    "version_id": QT_TRANSLATE_NOOP("review", "Version of the item"),
    "visited_at": QT_TRANSLATE_NOOP("review", "Where they are visited"),
    "way": QT_TRANSLATE_NOOP("review", "How it was given"),
    "withdrawn_at": QT_TRANSLATE_NOOP("review", "Withdrawn at"),
    "withdrawn_on": QT_TRANSLATE_NOOP("review", "Withdrawn on"),
    "withdrawn_reason": QT_TRANSLATE_NOOP("review", "Why it was withdrawn"),
    "witness": QT_TRANSLATE_NOOP("review", "Witness"),
    "word": QT_TRANSLATE_NOOP("review", "Word of the number"),
    "worker": QT_TRANSLATE_NOOP("review", "Grid worker"),
    "worker_phone": QT_TRANSLATE_NOOP("review", "Phone of the grid worker"),
    "year": QT_TRANSLATE_NOOP("review", "Year"),
}
TABLES = {
    "task": QT_TRANSLATE_NOOP("review", "Task from above"),
    "task_step": QT_TRANSLATE_NOOP("review", "Step of a task"),
    "burden": QT_TRANSLATE_NOOP("review", "Ledger, plaque, meeting or inspection"),
    "rule_pack": QT_TRANSLATE_NOOP("review", "Rule pack"),
    "refusal_office": QT_TRANSLATE_NOOP("review", "Office"),
    "attachment": QT_TRANSLATE_NOOP("review", "File"),
    "attachment_content": QT_TRANSLATE_NOOP("review", "File"),
    "building": QT_TRANSLATE_NOOP("review", "Building"),
    "bad_rating": QT_TRANSLATE_NOOP("review", "Bad rating"),
    "case_order": QT_TRANSLATE_NOOP("review", "Order"),
    "problem_entry": QT_TRANSLATE_NOOP("review", "Problem taken up"),
    "case_file": QT_TRANSLATE_NOOP("review", "File of a case"),
    "case_file_content": QT_TRANSLATE_NOOP("review", "File of a case"),
    "case_rating": QT_TRANSLATE_NOOP("review", "Rating of a case"),
    "case_step": QT_TRANSLATE_NOOP("review", "Step of a case"),
    "certificate": QT_TRANSLATE_NOOP("review", "Certificate"),
    "certificate_batch": QT_TRANSLATE_NOOP("review", "Batch of certificates"),
    "certificate_batch_member": QT_TRANSLATE_NOOP("review", "Certificate of a batch"),
    "certificate_evidence": QT_TRANSLATE_NOOP("review", "Evidence for a certificate"),
    "certificate_paper": QT_TRANSLATE_NOOP("review", "Certificate"),
    "certificate_request": QT_TRANSLATE_NOOP("review", "Certificate asked for"),
    "consent": QT_TRANSLATE_NOOP("review", "Consent"),
    "document": QT_TRANSLATE_NOOP("review", "Document"),
    "dwelling": QT_TRANSLATE_NOOP("review", "Dwelling"),
    "estate": QT_TRANSLATE_NOOP("review", "Estate"),
    "export_record": QT_TRANSLATE_NOOP("review", "List given out"),
    "grid": QT_TRANSLATE_NOOP("review", "Grid"),
    "guardian": QT_TRANSLATE_NOOP("review", "Guardian"),
    "history": QT_TRANSLATE_NOOP("review", "History"),
    "household": QT_TRANSLATE_NOOP("review", "Household"),
    "assistance_check": QT_TRANSLATE_NOOP("review", "Pre-check of assistance"),
    "item": QT_TRANSLATE_NOOP("review", "Item"),
    "item_version": QT_TRANSLATE_NOOP("review", "Version of an item"),
    "privacy_notice": QT_TRANSLATE_NOOP("review", "Notice"),
    "refusal_slip": QT_TRANSLATE_NOOP("review", "Refusal"),
    "residence": QT_TRANSLATE_NOOP("review", "Former address"),
    "resident": QT_TRANSLATE_NOOP("review", "Person"),
    "resident_tag": QT_TRANSLATE_NOOP("review", "Tag"),
    "restricted_tag": QT_TRANSLATE_NOOP("review", "Tag"),
    "revocation": QT_TRANSLATE_NOOP("review", "Code made void"),
    "key_withdrawal": QT_TRANSLATE_NOOP("review", "Withdrawn signing key"),
    "paper_confirmation": QT_TRANSLATE_NOOP("review", "Paper confirmed after that"),
    "rights_request": QT_TRANSLATE_NOOP("review", "Request about own data"),
    "saved_list": QT_TRANSLATE_NOOP("review", "Saved list"),
    "seal_use": QT_TRANSLATE_NOOP("review", "Seal use"),
    "setting": QT_TRANSLATE_NOOP("review", "Settings of the station"),
    "signing_key": QT_TRANSLATE_NOOP("review", "Key that signs papers"),
    "window_case": QT_TRANSLATE_NOOP("review", "Case"),
    "withheld": QT_TRANSLATE_NOOP("review", "Data not to be used"),
}
TRUTHS = {
    "1": QT_TRANSLATE_NOOP("review", "yes"),
    "0": QT_TRANSLATE_NOOP("review", "no"),
    "": QT_TRANSLATE_NOOP("review", "not known"),
}
VALUES = {
    ("task", "state", "received"): QT_TRANSLATE_NOOP("review", "received"),
    ("task", "state", "asked"): QT_TRANSLATE_NOOP("review", "approval asked for"),
    ("task", "state", "admitted"): QT_TRANSLATE_NOOP("review", "admitted"),
    ("task", "state", "refused"): QT_TRANSLATE_NOOP("review", "refused"),
    ("task", "state", "withdrawn"): QT_TRANSLATE_NOOP("review", "withdrawn"),
    ("task", "state", "expired"): QT_TRANSLATE_NOOP("review", "expired"),
    ("task", "list_type", ""): QT_TRANSLATE_NOOP("review", "not said"),
    ("task", "list_type", "own"): QT_TRANSLATE_NOOP("review", "own task"),
    ("task", "list_type", "assist"): QT_TRANSLATE_NOOP("review", "to assist with"),
    ("task", "list_type", "negative"): QT_TRANSLATE_NOOP("review", "not to be taken on"),
    ("task", "list_type", "temporary"): QT_TRANSLATE_NOOP("review", "in no list, for a time"),
    ("task", "owner", "committee"): QT_TRANSLATE_NOOP("review", "residents' committee"),
    ("task", "owner", "workstation"): QT_TRANSLATE_NOOP("review", "community workstation"),
    ("task", "owner", "service"): QT_TRANSLATE_NOOP("review", "service station"),
    ("burden", "kind", "ledger"): QT_TRANSLATE_NOOP("review", "ledger"),
    ("burden", "kind", "plaque"): QT_TRANSLATE_NOOP("review", "plaque"),
    ("burden", "kind", "meeting"): QT_TRANSLATE_NOOP("review", "meeting"),
    ("burden", "kind", "inspection"): QT_TRANSLATE_NOOP("review", "inspection"),
    ("burden", "fate", "keep"): QT_TRANSLATE_NOOP("review", "keep"),
    ("burden", "fate", "merge"): QT_TRANSLATE_NOOP("review", "merge"),
    ("burden", "fate", "cancel"): QT_TRANSLATE_NOOP("review", "do away with"),
    ("case_rating", "level", "5"): QT_TRANSLATE_NOOP("review", "very satisfied"),
    ("case_rating", "level", "4"): QT_TRANSLATE_NOOP("review", "satisfied"),
    ("case_rating", "level", "3"): QT_TRANSLATE_NOOP("review", "quite satisfied"),
    ("case_rating", "level", "2"): QT_TRANSLATE_NOOP("review", "dissatisfied"),
    ("case_rating", "level", "1"): QT_TRANSLATE_NOOP("review", "very dissatisfied"),
    ("bad_rating", "state", "new"): QT_TRANSLATE_NOOP("review", "to be spoken to"),
    ("bad_rating", "state", "contacted"): QT_TRANSLATE_NOOP("review", "spoken to"),
    ("bad_rating", "state", "correcting"): QT_TRANSLATE_NOOP("review", "being put right"),
    ("bad_rating", "state", "answering"): QT_TRANSLATE_NOOP("review", "to be called back"),
    ("bad_rating", "state", "done"): QT_TRANSLATE_NOOP("review", "settled"),
    ("bad_rating", "finding", "valid"): QT_TRANSLATE_NOOP("review", "the rating was right"),
    ("bad_rating", "finding", "mistaken"): QT_TRANSLATE_NOOP("review", "rated by mistake"),
    ("bad_rating", "finding", "malicious"): QT_TRANSLATE_NOOP("review", "meant badly"),
    ("bad_rating", "answer", "satisfied"): QT_TRANSLATE_NOOP("review", "satisfied"),
    ("bad_rating", "answer", "accepted"): QT_TRANSLATE_NOOP("review", "accepts the answer"),
    ("bad_rating", "answer", "unsatisfied"): QT_TRANSLATE_NOOP("review", "still not satisfied"),
    ("bad_rating", "answer", "unreachable"): QT_TRANSLATE_NOOP("review", "not reached"),
    ("window_case", "state", "draft"): QT_TRANSLATE_NOOP("review", "draft"),
    ("window_case", "state", "received"): QT_TRANSLATE_NOOP("review", "received"),
    ("window_case", "state", "awaiting"): QT_TRANSLATE_NOOP("review", "awaiting materials"),
    ("window_case", "state", "accepted"): QT_TRANSLATE_NOOP("review", "accepted"),
    ("window_case", "state", "declined"): QT_TRANSLATE_NOOP("review", "not accepted"),
    ("window_case", "state", "transferred"): QT_TRANSLATE_NOOP("review", "transferred"),
    ("window_case", "state", "in-progress"): QT_TRANSLATE_NOOP("review", "in progress"),
    ("window_case", "state", "published"): QT_TRANSLATE_NOOP("review", "hanging out"),
    ("window_case", "state", "suspended"): QT_TRANSLATE_NOOP("review", "clock stopped"),
    ("window_case", "state", "closed"): QT_TRANSLATE_NOOP("review", "closed"),
    ("window_case", "state", "notified"): QT_TRANSLATE_NOOP("review", "applicant told"),
    ("window_case", "state", "collected"): QT_TRANSLATE_NOOP("review", "collected"),
    ("window_case", "state", "rated"): QT_TRANSLATE_NOOP("review", "rated"),
    ("window_case", "state", "archived"): QT_TRANSLATE_NOOP("review", "archived"),
    ("window_case", "state", "withdrawn"): QT_TRANSLATE_NOOP("review", "withdrawn"),
    ("window_case", "state", "lapsed"): QT_TRANSLATE_NOOP("review", "lapsed"),
    ("window_case", "channel", "window"): QT_TRANSLATE_NOOP("review", "at the window"),
    ("window_case", "channel", "home"): QT_TRANSLATE_NOOP("review", "at home"),
    ("window_case", "channel", "phone"): QT_TRANSLATE_NOOP("review", "by phone"),
    ("window_case", "result", "granted"): QT_TRANSLATE_NOOP("review", "granted"),
    ("window_case", "result", "refused"): QT_TRANSLATE_NOOP("review", "refused"),
    ("window_case", "result", "passed-on"): QT_TRANSLATE_NOOP("review", "passed on"),
    ("window_case", "result", "answered"): QT_TRANSLATE_NOOP("review", "answered"),
    ("window_case", "result", "declined"): QT_TRANSLATE_NOOP("review", "not accepted"),
    ("household", "kind", "family"): "家庭户",
    ("household", "kind", "collective"): "集体户",
    ("residence", "kind", "living"): QT_TRANSLATE_NOOP("review", "lived there"),
    ("residence", "kind", "hukou"): QT_TRANSLATE_NOOP("review", "registered there"),
    ("certificate", "state", "draft"): QT_TRANSLATE_NOOP("review", "draft"),
    ("certificate", "state", "issued"): QT_TRANSLATE_NOOP("review", "issued"),
    ("certificate", "state", "void"): QT_TRANSLATE_NOOP("review", "void"),
    ("certificate_request", "stage", "draft"): QT_TRANSLATE_NOOP("review", "draft"),
    ("certificate_request", "stage", "verified"): QT_TRANSLATE_NOOP(
        "review", "waiting for approval"
    ),
    ("certificate_request", "stage", "approved"): QT_TRANSLATE_NOOP("review", "approved"),
    ("certificate_request", "stage", "printed"): QT_TRANSLATE_NOOP("review", "printed"),
    ("certificate_request", "stage", "collected"): QT_TRANSLATE_NOOP("review", "collected"),
    ("certificate_request", "stage", "archived"): QT_TRANSLATE_NOOP("review", "filed"),
    ("certificate_request", "stage", "void"): QT_TRANSLATE_NOOP("review", "void"),
}
ANSWERS = {
    (RESTORE, False): QT_TRANSLATE_NOOP("review", "Bring it back"),
    (RESTORE, True): QT_TRANSLATE_NOOP("review", "Keep it"),
    (DELETE, False): QT_TRANSLATE_NOOP("review", "Delete it"),
    (DELETE, True): QT_TRANSLATE_NOOP("review", "Leave it deleted"),
}
"""By the key of the answer, and whether it stands already."""

PROBLEMS = {
    "in-the-future": QT_TRANSLATE_NOOP("review", "This day is still to come."),
    "missing": QT_TRANSLATE_NOOP("review", "Something must stand here."),
    "not-a-day": QT_TRANSLATE_NOOP("review", "Write the day like 2026-03-01."),
    "too-long": QT_TRANSLATE_NOOP("review", "This is too long."),
    "too-old": QT_TRANSLATE_NOOP("review", "Nobody is as old as that."),
}


def say(text: object) -> str:
    """Return one of the texts of this module in the language of the window."""
    return QCoreApplication.translate(CONTEXT, str(text))


def case_title(case: ReviewCase) -> str:
    """Return what a case is called in the list."""
    table = case.key.partition(":")[0]
    if case.kind is CaseKind.TABLE:
        return say(TABLES[table])
    return case.title or say(TABLES[table])


def point_title(point: ReviewPoint) -> str:
    """Return what a question is about: the record, where there may be several, and the field."""
    parts = []
    if point.table != "resident" or point.is_deletion:
        parts.append(" ".join(filter(None, (say(TABLES[point.table]), point.subject))))
    if point.is_deletion:
        parts.append(QCoreApplication.translate("review", "deleted while it was edited"))
    else:
        parts.append(say(FIELDS[point.column]))
    return DOT.join(parts)


def option_text(point: ReviewPoint, option: ReviewOption) -> str:
    """Return an answer as it is read."""
    if point.is_deletion:
        return say(ANSWERS[option.key, option.stands])
    return value_text(point.table, point.column, point.kind, option.text)


def edit_text(table: str, edit: Edit) -> str:
    """Return what was entered in a record that was deleted elsewhere."""
    value = value_text(table, edit.column, edit.kind, edit.text)
    return f"{say(FIELDS[edit.column])}: {value}"


def value_text(table: str, column: str, kind: ValueKind, text: str) -> str:
    """Return a value as it is read; a dash for nothing."""
    if kind is ValueKind.TRUTH:
        return say(TRUTHS.get(text, text))
    if kind is ValueKind.FILE and text:
        return QCoreApplication.translate("review", "{size} bytes").format(size=f"{int(text):,}")
    return say(VALUES.get((table, column, text), text)) if text else NOTHING


def heading(option: ReviewOption) -> str:
    """Return where an answer comes from."""
    if option.is_own:
        return QCoreApplication.translate("review", "Here")
    return option.device or QCoreApplication.translate("review", "Elsewhere")


def signature(option: ReviewOption) -> str:
    """Return who has said something, and when."""
    when = "" if option.at is None else moment(option.at)
    return DOT.join(filter(None, (option.person, when)))


def moment(at: datetime) -> str:
    """Return a moment in local time, not to be parted at the end of a line."""
    return moment_words(at).replace(" ", "\N{NO-BREAK SPACE}")


def age(since: datetime, now: datetime) -> str:
    """Return how long ago something was, in days."""
    days = (now - since).days
    if days <= 0:
        return QCoreApplication.translate("review", "today")
    if days == 1:
        return QCoreApplication.translate("review", "yesterday")
    return QCoreApplication.translate("review", "{days} days").format(days=days)


def problem_text(code: str) -> str:
    """Return why something cannot be entered."""
    known = PROBLEMS.get(code)
    return say(known) if known else QCoreApplication.translate("review", "This cannot stand here.")
