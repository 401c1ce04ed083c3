"""The recipe of the fonts that the product ships; run by hand, once per source version.

``python -m installer.fonts SOURCES`` reads the fonts of four Debian packages and
writes ``resources/fonts``. Nothing of this is part of the program.
"""
