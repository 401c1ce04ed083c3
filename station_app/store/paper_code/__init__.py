"""Keys that sign papers, what was revoked, and the words of codes, as they are kept."""
