"""The sentences of the command line. ``lupdate`` finds them by the mark around each."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

CONTEXT = "cli"

WORDS = {
    "ask": QT_TRANSLATE_NOOP("cli", "Passphrase: "),
    "ask-second": QT_TRANSLATE_NOOP("cli", "Passphrase of the second person: "),
    "ask-new": QT_TRANSLATE_NOOP("cli", "New passphrase: "),
    "ask-paper": QT_TRANSLATE_NOOP("cli", "Paper key: "),
    "ask-again": QT_TRANSLATE_NOOP("cli", "The same again: "),
    "no-passphrase": QT_TRANSLATE_NOOP(
        "cli", "Put the passphrase into the variable {variable}, or start this on a terminal."
    ),
    "founded": QT_TRANSLATE_NOOP("cli", "The station {name} stands in {home}."),
    "people": QT_TRANSLATE_NOOP("cli", "Residents: {people}"),
    "paper-key": QT_TRANSLATE_NOOP(
        "cli", "Paper key, shown this once. Keep it locked away, not beside the computer:"
    ),
    "nothing-found": QT_TRANSLATE_NOOP("cli", "Nothing found."),
    "household": QT_TRANSLATE_NOOP("cli", "Household {number}, {address}"),
    "would-import": QT_TRANSLATE_NOOP(
        "cli", "Would take {accepted} of {read} rows, {new} of them new people."
    ),
    "imported": QT_TRANSLATE_NOOP(
        "cli", "Took {accepted} of {read} rows: {added} people added, {changed} changed."
    ),
    "refused-rows": QT_TRANSLATE_NOOP("cli", "Set aside, {code}: {count}"),
    "warned-rows": QT_TRANSLATE_NOOP("cli", "Taken, to be looked at, {code}: {count}"),
    "set-aside": QT_TRANSLATE_NOOP("cli", "The rows set aside are in {file}."),
    "in-store": QT_TRANSLATE_NOOP("cli", "Residents in the store: {people}"),
    "batch": QT_TRANSLATE_NOOP("cli", "To take it back: station import residents --undo {batch}"),
    "undone": QT_TRANSLATE_NOOP("cli", "Taken back: {removed} people are gone again."),
    "exported": QT_TRANSLATE_NOOP("cli", "{people} residents are in {file}, number {number}."),
    "issued": QT_TRANSLATE_NOOP("cli", "Issued {number}: {file}"),
    "case-paper": QT_TRANSLATE_NOOP("cli", "The paper of {number} is in {file}."),
    "verdict": QT_TRANSLATE_NOOP("cli", "{word}. {meaning}"),
    "verdict-field": QT_TRANSLATE_NOOP("cli", "  {title}: {value}"),
    "numbers-none": QT_TRANSLATE_NOOP("cli", "No certificate has been given a number yet."),
    "numbers-series": QT_TRANSLATE_NOOP(
        "cli", "{word} of {year}: {given} numbers are here, {missing} are missing."
    ),
    "numbers-stretch": QT_TRANSLATE_NOOP(
        "cli", "  {first} to {last}: given by {giver}, {given} of them, {void} void"
    ),
    "numbers-nobody": QT_TRANSLATE_NOOP("cli", "a device not known here (segment {segment})"),
    "numbers-not-arrived": QT_TRANSLATE_NOOP(
        "cli", "    {first} to {last}: not arrived yet. Take in the files of that device."
    ),
    "numbers-gone": QT_TRANSLATE_NOOP(
        "cli",
        "    {first} to {last}: given by this device and gone. Nothing takes a number away: have"
        " the store checked, and compare with the newest backup.",
    ),
    "numbers-tail-elsewhere": QT_TRANSLATE_NOOP(
        "cli", "    what it has given since its last file may follow"
    ),
    "numbers-tail-put-back": QT_TRANSLATE_NOOP(
        "cli",
        "    the store was put back from a copy after that: what was given in between may be on"
        " paper",
    ),
    "numbers-double": QT_TRANSLATE_NOOP("cli", "  {serial} was given more than once."),
    "verify-page": QT_TRANSLATE_NOOP(
        "cli", "The verification page is in {file}: keys {keys}, void certificates {revoked}."
    ),
    "key": QT_TRANSLATE_NOOP("cli", "{key}  {issuer}  {from} – {to}  certificates {papers}"),
    "key-withdrawn": QT_TRANSLATE_NOOP(
        "cli", "{key}  {issuer}  {from} – {to}  certificates {papers}  withdrawn {withdrawn}"
    ),
    "keys-none": QT_TRANSLATE_NOOP("cli", "No certificate has been signed here yet."),
    "key-gone": QT_TRANSLATE_NOOP(
        "cli", "Key {key} is withdrawn. Certificates that still hold: {confirmed}."
    ),
    "root-asked": QT_TRANSLATE_NOOP(
        "cli", "The request for root key {root} is in {file}. Take it to the street office."
    ),
    "root-vouched": QT_TRANSLATE_NOOP(
        "cli",
        "{by} (key {street}) stands for root key {root} of {station} until {until}: {file}",
    ),
    "root-taken": QT_TRANSLATE_NOOP(
        "cli", "{by} (key {street}) stands for root key {root} of {station} until {until}."
    ),
    "well": QT_TRANSLATE_NOOP("cli", "Everything is in order."),
    "not-well": QT_TRANSLATE_NOOP(
        "cli", "Something is wrong. Do not go on working with this store; restore a backup."
    ),
    "check-counts": QT_TRANSLATE_NOOP(
        "cli", "Residents {people}, households {households}, found by the search {indexed}"
    ),
    "check-version": QT_TRANSLATE_NOOP("cli", "Schema {schema}, content {content}"),
    "check-derived": QT_TRANSLATE_NOOP(
        "cli",
        "Wrong order {misordered}, wrong standing {misjudged}, wrong address {misrendered}",
    ),
    "backed-up": QT_TRANSLATE_NOOP("cli", "Backed up and read back: {file}"),
    "place-has-it": QT_TRANSLATE_NOOP("cli", "Also on {name}, read back."),
    "place-failed": QT_TRANSLATE_NOOP(
        "cli", "Not on {name}: it is not plugged in, full, or cannot be written to."
    ),
    "backup-line": QT_TRANSLATE_NOOP("cli", "{moment}  {why}  {state}  {place}  {file}"),
    "no-backup": QT_TRANSLATE_NOOP("cli", "No backup was found. Look elsewhere with {option}."),
    "restore-backup": QT_TRANSLATE_NOOP(
        "cli",
        "Backup of {moment}: residents {people}, households {households}, certificates"
        " {certificates}, cases {cases}, files {files}, files of cases {case_files}",
    ),
    "restore-present": QT_TRANSLATE_NOOP(
        "cli",
        "Now: residents {people}, households {households}, certificates {certificates}, cases"
        " {cases}, files {files}, files of cases {case_files}",
    ),
    "restore-lost": QT_TRANSLATE_NOOP(
        "cli",
        "Would be lost: {added} records entered since, {changed} changes. Would come back: {back}"
        " residents.",
    ),
    "restore-unreadable": QT_TRANSLATE_NOOP(
        "cli", "What stands there now cannot be read, or is not there."
    ),
    "restored": QT_TRANSLATE_NOOP(
        "cli", "Restored as of {moment}: residents {people}. Sign in to go on."
    ),
    "restored-kept": QT_TRANSLATE_NOOP(
        "cli", "What stood there before is kept for 30 days in {file}."
    ),
    "check-backup": QT_TRANSLATE_NOOP("cli", "Last good backup: {backup}"),
    "check-drill": QT_TRANSLATE_NOOP("cli", "Last test with the paper key: {drill}"),
    "never": QT_TRANSLATE_NOOP("cli", "never"),
    "audit-whole": QT_TRANSLATE_NOOP(
        "cli", "The audit is whole: all of its {count} entries are as they were written."
    ),
    "audit-head": QT_TRANSLATE_NOOP("cli", "The last entry: {number}:{digest}"),
    "audit-no-anchor": QT_TRANSLATE_NOOP(
        "cli",
        "An end that was cut off, or an audit made anew as a whole, is only found with --anchor:"
        " the last entry as it was told at an earlier time and kept outside this computer.",
    ),
    "audit-day-book": QT_TRANSLATE_NOOP("cli", "Day book: {line}"),
    "audit-empty": QT_TRANSLATE_NOOP("cli", "The audit holds no entry yet."),
    "audit-head-of": QT_TRANSLATE_NOOP("cli", "{name}: {line}"),
    "audit-no-heads": QT_TRANSLATE_NOOP("cli", "No other device has told of its audit yet."),
    "audit-sheet": QT_TRANSLATE_NOOP("cli", "The day sheet is in {file}."),
    "audit-exported": QT_TRANSLATE_NOOP("cli", "{count} entries are in {file}."),
    "audit-settled": QT_TRANSLATE_NOOP("cli", "Alarms looked into: {count}"),
    "audit-archived": QT_TRANSLATE_NOOP(
        "cli", "The entries up to {upto} are in {file}, beside the backups."
    ),
    "audit-alarm": QT_TRANSLATE_NOOP("cli", "Alarm, entry {number} of {at}: {what} ({device})"),
    "audit-changed": QT_TRANSLATE_NOOP(
        "cli", "The audit was tampered with: entry {number} was changed."
    ),
    "audit-missing": QT_TRANSLATE_NOOP(
        "cli", "The audit was tampered with: entry {number} is missing."
    ),
    "audit-doubled": QT_TRANSLATE_NOOP(
        "cli", "The audit was tampered with: the number {number} was given twice."
    ),
    "audit-broken-link": QT_TRANSLATE_NOOP(
        "cli",
        "The audit was tampered with: entry {number} does not follow the one that stands before"
        " it.",
    ),
    "audit-reordered": QT_TRANSLATE_NOOP(
        "cli", "The audit was tampered with: entry {number} stood in another place."
    ),
    "audit-cut": QT_TRANSLATE_NOOP(
        "cli",
        "The audit was cut off, or an older backup was restored: entry {number} is missing, and"
        " all after it up to the anchor.",
    ),
    "audit-replaced": QT_TRANSLATE_NOOP(
        "cli",
        "The audit is not the one the anchor was taken from: entry {number} is another. It was"
        " made anew, or an older backup was restored.",
    ),
    "audit-unguarded": QT_TRANSLATE_NOOP(
        "cli",
        "The audit is whole up to entry {number}, but what keeps its entries from being changed"
        " was removed from the store.",
    ),
    "device-own": QT_TRANSLATE_NOOP("cli", "This device: {name} ({kind}), {key}"),
    "device-line": QT_TRANSLATE_NOOP("cli", "{device}  {name}  {kind}  {state}  {scope}"),
    "requested": QT_TRANSLATE_NOOP("cli", "Take {file} to the station, which answers it."),
    "granted": QT_TRANSLATE_NOOP("cli", "{name} is taken in. Take {file} back to it."),
    "accepted": QT_TRANSLATE_NOOP("cli", "{name} belongs to {station} now."),
    "fingerprint-request": QT_TRANSLATE_NOOP(
        "cli", "Fingerprint of the request, the same on both devices: {digits}"
    ),
    "fingerprint-grant": QT_TRANSLATE_NOOP(
        "cli", "Fingerprint of the grant, the same on both devices: {digits}"
    ),
    "wiped": QT_TRANSLATE_NOOP("cli", "{records} records were let go."),
    "lost": QT_TRANSLATE_NOOP("cli", "Lost, for it was never sent: {table} {count}"),
    "usage-not-with": QT_TRANSLATE_NOOP("cli", "{option} does not go with {step}."),
    "usage-missing": QT_TRANSLATE_NOOP("cli", "{step} needs {option} too."),
    "usage-scope": QT_TRANSLATE_NOOP("cli", "Say what the laptop is to hold: {options}"),
    "file-written": QT_TRANSLATE_NOOP("cli", "File {number} for {to}: {file}"),
    "nothing-to-send": QT_TRANSLATE_NOOP("cli", "There is nothing to send."),
    "file-taken": QT_TRANSLATE_NOOP(
        "cli",
        "{file}: file {number} of {sender}, {added} records added, {changed} fields changed,"
        " {conflicts} conflicts",
    ),
    "file-refused": QT_TRANSLATE_NOOP("cli", "{file}: {why}"),
    "file-before-missing": QT_TRANSLATE_NOOP(
        "cli", "  A file before this one is missing. What it brought comes again with the next."
    ),
    "rows-wait": QT_TRANSLATE_NOOP("cli", "  Records that wait for others: {rows}"),
    "file-undone": QT_TRANSLATE_NOOP("cli", "Taken back: {rows} records are as they were."),
    "sync-counts": QT_TRANSLATE_NOOP(
        "cli",
        "Not sent {unsent}, without a receipt {unconfirmed}, waiting {waiting},"
        " conflicts {conflicts}",
    ),
    "sync-device": QT_TRANSLATE_NOOP(
        "cli", "{name} ({state}): not sent {unsent}, without a receipt {unconfirmed}"
    ),
    "conflict": QT_TRANSLATE_NOOP("cli", "{about}: {table} {field} ({key})"),
    "no-conflicts": QT_TRANSLATE_NOOP("cli", "Nothing waits for a decision."),
    "tour-left": QT_TRANSLATE_NOOP("cli", "The tour left in {folder}:"),
    "tour-lost": QT_TRANSLATE_NOOP("cli", "The tour did not come to its end: {where}"),
}


def words(name: str, /, **facts: object) -> str:
    """Return the sentence called *name* in the language chosen, *facts* in its braces."""
    # looked up when spoken: the language is not known when this is loaded
    return QCoreApplication.translate(CONTEXT, str(WORDS[name])).format_map(facts)
