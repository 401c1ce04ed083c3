"""Papers drawn as PDF: the only package that knows ReportLab.

Every ``draw_…`` takes values and a :class:`~.press.Press` and returns a
:class:`~.press.Paper`; the same values give the same bytes.
"""
