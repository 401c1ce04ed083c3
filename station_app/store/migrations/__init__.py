"""The steps by which the tables came to be as they are, and who takes them.

One file a step in ``versions``, numbered ``0001``, ``0002`` …; a step that has
left the house is never changed again.
"""
