"""The room of administration (管理): staff, what each may do, passphrases and keys."""
