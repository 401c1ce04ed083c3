"""What is exchanged: noted as it changes, collected for a receiver, merged from a sender."""
