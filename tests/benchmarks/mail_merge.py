"""A mail merge of LibreOffice without a window: its letter, its data, its macro, its profile."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from pathlib import Path

LETTER = """<?xml version="1.0" encoding="UTF-8"?>
<office:document office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0">
<office:font-face-decls><style:font-face style:name="F" svg:font-family="'{family}'"/>
</office:font-face-decls>
<office:styles><style:default-style style:family="paragraph"><style:text-properties
 style:font-name="F" style:font-name-asian="F" fo:font-size="11pt" style:font-size-asian="11pt"/>
</style:default-style></office:styles>
<office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties
 fo:page-width="210mm" fo:page-height="297mm" fo:margin="20mm"/></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"/>
</office:master-styles>
<office:body><office:text>{paragraphs}</office:text></office:body></office:document>
"""
FIELD = (
    '<text:database-display text:column-name="{name}" text:table-name="people"'
    ' text:table-type="table" text:database-name="people">{name}</text:database-display>'
)
MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Merge"
 script:language="StarBasic">
Sub Main
  Dim place As String, told(3) As New com.sun.star.beans.PropertyValue
  On Error Goto Ended
  place = Environ("MERGE_FOLDER")
  told(0).Name = "HeaderLine" : told(0).Value = True
  told(1).Name = "FieldDelimiter" : told(1).Value = ","
  told(2).Name = "Extension" : told(2).Value = "csv"
  told(3).Name = "CharSet" : told(3).Value = "UTF-8"
  known = createUnoService("com.sun.star.sdb.DatabaseContext")
  source = known.createInstance()
  source.URL = "sdbc:flat:" + ConvertToURL(place + "/data")
  source.Info = told
  source.DatabaseDocument.storeAsURL(ConvertToURL(place + "/people.odb"), Array())
  If known.hasByName("people") Then known.revokeObject("people")
  known.registerObject("people", source)
  letters = createUnoService("com.sun.star.text.MailMerge")
  letters.DocumentURL = ConvertToURL(place + "/letter.odt")
  letters.DataSourceName = "people"
  letters.CommandType = 0
  letters.Command = "people"
  letters.OutputType = 2
  letters.OutputURL = ConvertToURL(place + "/out")
  letters.FileNamePrefix = "letter"
  letters.SaveFilter = "writer_pdf_Export"
  letters.SaveAsSingleFile = (Environ("MERGE_ONE_FILE") = "1")
  begun = GetSystemTicks()
  letters.execute(Array())
  took = GetSystemTicks() - begun
  file = FreeFile
  Open place + "/took.txt" For Output As #file
  Print #file, CStr(took)
  Close #file
Ended:
  StarDesktop.terminate()
End Sub
</script:module>
"""
LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
 library:readonly="false" library:passwordprotected="false">
<library:element library:name="Merge"/></library:library>
"""
MACRO = "macro:///Standard.Merge.Main"
PATIENCE = 1500


class MailMerge:
    """One letter for many people; *folder* is all that LibreOffice is given of the disk."""

    def __init__(self, folder: Path, program: str, *, font: Path, family: str) -> None:
        self._folder, self._program, self._family = folder, program, family
        fonts = folder / "home" / ".fonts"
        fonts.mkdir(parents=True)
        shutil.copy(font, fonts)
        self._run("--terminate_after_init")
        basic = folder / "profile" / "user" / "basic" / "Standard"
        basic.mkdir(parents=True, exist_ok=True)
        (basic / "Merge.xba").write_text(MODULE, encoding="utf-8")
        (basic / "script.xlb").write_text(LIBRARY, encoding="utf-8")

    def write(self, paragraphs, people):
        """Take the letter, in which ``{name}`` is a field, and the people it is for."""
        told = []
        for text in paragraphs:
            line = escape(text)
            for name in people[0]:
                line = line.replace("{" + name + "}", FIELD.format(name=name))
            told.append(f"<text:p>{line}</text:p>")
        letter = LETTER.format(family=self._family, paragraphs="".join(told))
        flat = self._folder / "letter.fodt"
        flat.write_text(letter, encoding="utf-8")
        # a merge takes no flat letter
        self._run("--convert-to", "odt", "--outdir", str(self._folder), str(flat))
        data = self._folder / "data"
        data.mkdir(exist_ok=True)
        with (data / "people.csv").open("w", encoding="utf-8", newline="") as file:
            rows = csv.DictWriter(file, people[0])
            rows.writeheader()
            rows.writerows(people)

    def merge(self, *, one_file):
        """Return the files made, and the seconds of the merge alone, as LibreOffice counts."""
        out, took = self._folder / "out", self._folder / "took.txt"
        shutil.rmtree(out, ignore_errors=True)
        out.mkdir()
        took.unlink(missing_ok=True)
        self._run(MACRO, MERGE_ONE_FILE="1" if one_file else "0")
        return sorted(out.glob("*.pdf")), int(took.read_text()) / 1000

    def _run(self, *order, **told):
        profile = (self._folder / "profile").as_uri()
        subprocess.run(  # noqa: S603 - the program found on the path
            [
                *(self._program, "--headless", "--norestore", "--nologo"),
                *(f"-env:UserInstallation={profile}", *order),
            ],
            env={
                **os.environ,
                "HOME": str(self._folder / "home"),
                "MERGE_FOLDER": str(self._folder),
                **told,
            },
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=False,
        )
