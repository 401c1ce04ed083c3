"""Restoring: from a list of backups to a station that stands as it did."""
