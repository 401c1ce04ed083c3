"""The station on the command line, for scripts and for checking."""
