"""What may be typed after ``station``: commands, options, and the words about them."""

from __future__ import annotations

import json
from argparse import SUPPRESS, ArgumentError, ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from ui.cli.audit_arguments import add_audit
from ui.cli.backup_arguments import add_backup, add_restoring
from ui.cli.exchange_arguments import add_devices, add_exchange
from ui.cli.key_arguments import add_keys

if TYPE_CHECKING:
    from argparse import _SubParsersAction
    from collections.abc import Callable, Sequence

    Commands = _SubParsersAction["Parser"]

LANGUAGES = {"zh": "zh_CN", "zh_CN": "zh_CN", "en": "en"}
MOST_RESULTS = 1000
MOST_DEMO_PEOPLE = 2_000_000
JSON_OPTION = "--json"
USAGE = 2
CASE_PAPERS = (
    *("receipt", "notice", "acceptance", "refusal", "transfer", "closing", "answer", "delivery"),
    "home-service",
)
GROUNDS = ("duty", "consent", "emergency", "contract", "other_law")


class Parser(ArgumentParser):
    """A parser that tells wrong usage as JSON where JSON was asked for.

    The flag is the class's, since argparse makes the parsers of the commands itself.
    """

    speaks_json = False

    def error(self, message: str) -> NoReturn:
        """Tell what is wrong with the command, and end with 2."""
        if Parser.speaks_json:
            print(json.dumps({"error": "usage", "say": message}, ensure_ascii=False))
            self.exit(USAGE)
        super().error(message)


def read_arguments(arguments: Sequence[str]) -> Namespace:
    """Return what was asked for; ``act`` is None when it is the window.

    Wrong usage ends the program with exit code 2.
    """
    # looked for by hand: wrong usage is found before the option has been read
    Parser.speaks_json = JSON_OPTION in arguments
    asked = _asked_of_window(arguments) or _parser().parse_args(arguments)
    asked.lang = LANGUAGES.get(asked.lang, "")
    return asked


def _asked_of_window(arguments: Sequence[str]) -> Namespace | None:
    """Return what was asked for, if it is the window and nothing else.

    Making the parsers of all commands would hold the window up.
    """
    parser = ArgumentParser(add_help=False, exit_on_error=False)
    _add_everywhere(parser, home=None, json=False, lang="", user="")
    parser.set_defaults(act=None, command=None, needs_window=False)
    try:
        asked, others = parser.parse_known_args(arguments)
    except ArgumentError:
        return None
    return None if others else asked


def _parser() -> Parser:
    parser = Parser(
        prog="station",
        description="The community station's own program. Without a command it opens the window.",
        epilog="The passphrase comes from the variable STATION_PASSPHRASE or is asked for, the"
        " name from --user or STATION_USER; where only one person works none is needed."
        " Exit codes: 0 done, 2 wrong usage, 3 refused by a rule, 4 not found,"
        " 5 the store cannot be opened.",
    )
    _add_everywhere(parser, home=None, json=False, lang="", user="")
    parser.set_defaults(act=None, needs_window=False)
    kinds = parser.add_subparsers(dest="command", metavar="COMMAND")
    _add_founding(kinds)
    _add_people(kinds)
    _add_lists(kinds)
    _add_papers(kinds)
    add_keys(_group(kinds, "key", "keys that sign certificates"), _command)
    _add_cases(kinds)
    add_devices(_group(kinds, "device", "let devices come to the station"), _command)
    add_exchange(_group(kinds, "sync", "exchange files with other devices"), _command)
    _add_care(kinds)
    return parser


def _add_everywhere(parser: ArgumentParser, **defaults: object) -> None:
    """Add the options that may stand before the command and after it."""
    parser.add_argument(
        "--home",
        metavar="DIR",
        type=Path,
        default=defaults["home"],
        help="where the station lives",
    )
    parser.add_argument(
        JSON_OPTION, action="store_true", default=defaults["json"], help="print one JSON object"
    )
    parser.add_argument(
        "--lang", choices=sorted(LANGUAGES), default=defaults["lang"], help="language of the words"
    )
    parser.add_argument(
        "--user",
        metavar="NAME",
        default=defaults["user"],
        help="who signs in, where several people work",
    )


def _command(kinds: Commands, name: str, act: str, explained: str) -> Parser:
    """Add a command; *act* is what carries it out, in the package of this module."""
    parser = kinds.add_parser(name, help=explained, description=explained.capitalize() + ".")
    # without a default, which would wipe out what stood before the command
    _add_everywhere(parser, home=SUPPRESS, json=SUPPRESS, lang=SUPPRESS, user=SUPPRESS)
    parser.set_defaults(act=act)
    return parser


def _group(kinds: Commands, name: str, explained: str) -> Commands:
    parser = kinds.add_parser(name, help=explained)
    return parser.add_subparsers(dest="what", metavar="WHAT", required=True)


def _add_founding(kinds: Commands) -> None:
    init = _command(kinds, "init", "founding.found", "found a station")
    init.add_argument("--name", required=True, help="what the station is called")
    init.add_argument("--code", required=True, help="its 12-digit statistical code")
    init.add_argument("--clerk", default="", help="who founds it and is the first to work there")
    init.add_argument(
        "--demo",
        metavar="PEOPLE",
        type=_number(1, MOST_DEMO_PEOPLE),
        default=0,
        help="invent that many residents",
    )


def _add_people(kinds: Commands) -> None:
    find = _command(kinds, "find", "people.find", "find anything")
    find.add_argument("text", metavar="TEXT")
    find.add_argument("--limit", metavar="N", type=_number(1, MOST_RESULTS), default=20)
    person = _command(kinds, "person", "people.person", "show one person's file")
    person.add_argument("key", metavar="KEY", help="the key that find tells")
    person.add_argument(
        "--show", action="store_true", help="numbers in full; this is noted in the audit"
    )


def _add_lists(kinds: Commands) -> None:
    brought_in = _group(kinds, "import", "bring a spreadsheet in")
    roster = _command(
        brought_in, "residents", "importing.bring_in", "bring in a roster (xlsx, xls, csv)"
    )
    subject = roster.add_mutually_exclusive_group(required=True)
    subject.add_argument("file", metavar="FILE", type=Path, nargs="?")
    subject.add_argument("--undo", metavar="BATCH", help="take an import back")
    roster.add_argument("--dry-run", action="store_true", help="only tell what would be done")
    roster.add_argument(
        "--set-aside", metavar="FILE.xlsx", type=Path, help="where refused rows are written"
    )
    given_out = _group(kinds, "export", "give a list out")
    listed = _command(given_out, "residents", "exporting.give_out", "give out all residents")
    listed.add_argument("file", metavar="FILE.xlsx", type=Path)
    told = {
        "--recipient": "who gets it",
        "--purpose": "what for",
        "--reason": "why so many people; needed for more than fifty",
        "--approve-as": "the second person who agrees, by name; needed above the station's limit",
    }
    for option, explained in told.items():
        listed.add_argument(option, metavar="WORDS", default="", help=explained)
    listed.add_argument(
        "--ground", choices=GROUNDS, default=GROUNDS[0], help="what the law allows it on"
    )
    listed.add_argument("--full", action="store_true", help="numbers in full")


def _add_papers(kinds: Commands) -> None:
    papers = _group(kinds, "certificate", "issue a certificate")
    residence = _command(
        papers, "residence", "certificates.issue_residence", "issue a certificate of residence"
    )
    residence.add_argument("--name", required=True)
    residence.add_argument("--id", dest="number", required=True, help="the identity number")
    residence.add_argument("--purpose", required=True, help="what the paper is for")
    residence.add_argument("--addressee", default="", help="whom it is addressed to")
    residence.add_argument("--out", metavar="FILE.pdf", type=Path, required=True)
    _command(papers, "numbers", "certificates.numbers", "tell which numbers are missing, and why")
    verify = _command(kinds, "verify", "verifying.verify", "tell whether a certificate is ours")
    verify.add_argument(
        "what", metavar="FILE|DIGITS", help="a PDF, a picture, a file of digits, or the digits"
    )
    page = _command(
        kinds, "verify-page", "verifying.write_page", "write the page that verifies anywhere"
    )
    page.add_argument("out", metavar="OUT.html", type=Path)


def _add_cases(kinds: Commands) -> None:
    cases = _group(kinds, "case", "papers of cases of the window")
    paper = _command(cases, "paper", "cases.paper", "write a paper of a case to a file")
    paper.add_argument("number", metavar="NUMBER", help="as it stands on the receipt")
    paper.add_argument("--kind", choices=CASE_PAPERS, default=CASE_PAPERS[0])
    paper.add_argument("--out", metavar="FILE.pdf", type=Path, required=True)


def _add_care(kinds: Commands) -> None:
    check = _command(kinds, "check", "checking.check", "check the whole store")
    check.add_argument(
        "--as-it-is",
        action="store_true",
        help="go on with an older state of the store on purpose; this is noted in the audit",
    )
    add_backup(_command(kinds, "backup", "keeping.back_up", "make a backup and read it back"))
    add_restoring(_group(kinds, "restore", "put a backup in the place of the store"), _command)
    add_audit(_group(kinds, "audit", "prove who did what"), _command)
    tour = _command(kinds, "tour", "touring.walk", "let the program show itself")
    tour.add_argument("--out", metavar="DIR", type=Path, required=True)
    tour.set_defaults(needs_window=True)


def _number(least: int, most: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        # int() alone would take blanks, signs and underscores too
        if not text.isdecimal() or not least <= int(text) <= most:
            raise ArgumentTypeError(f"a number from {least} to {most} is wanted, not {text!r}")
        return int(text)

    return read
