CREATE TABLE audit_head (
    owner VARCHAR(64) NOT NULL, 
    teller VARCHAR(64) NOT NULL, 
    way VARCHAR(10) NOT NULL, 
    number INTEGER NOT NULL, 
    digest BLOB NOT NULL, 
    at VARCHAR(27) NOT NULL, 
    settled BOOLEAN NOT NULL, 
    CONSTRAINT pk_audit_head PRIMARY KEY (owner, teller, way)
)

CREATE INDEX ix_audit_entry_by_act ON audit_entry (act, "by", at)

CREATE INDEX ix_audit_entry_by_moment ON audit_entry (at, "by", act)

DROP TRIGGER audit_entry_no_delete

CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry WHEN NOT EXISTS (SELECT 1 FROM audit_entry AS kept WHERE kept.act = 'audit:chain:archived' AND json_extract(kept.facts, '$.upto') >= OLD.seq AND substr(OLD.at, 1, 10) <= date(kept.at, '-3 years')) BEGIN SELECT RAISE(ABORT, 'the audit is only ever added to'); END
