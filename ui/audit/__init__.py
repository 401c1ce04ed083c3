"""The room 审计: who has looked at, changed or given out whose data, and whether it is whole."""
