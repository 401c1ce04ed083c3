"""Giving lists out: what is asked before, the files, and the register of what was given."""
