"""The room of access: staff, roles, and what each may do."""
