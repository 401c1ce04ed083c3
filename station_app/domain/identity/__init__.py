"""Numbers that name a person: identity cards, other documents, telephones, masks."""
