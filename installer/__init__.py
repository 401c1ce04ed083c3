"""Tools around the program: set-up, lock files, the recipes of what is shipped ready-made."""
