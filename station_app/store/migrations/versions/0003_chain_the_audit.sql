CREATE TABLE audit_chained (
    seq INTEGER NOT NULL,
    at VARCHAR(27) NOT NULL,
    "by" VARCHAR(120) NOT NULL,
    act VARCHAR(60) NOT NULL,
    record_id VARCHAR(32) NOT NULL,
    facts TEXT NOT NULL,
    former BLOB NOT NULL,
    digest BLOB NOT NULL,
    CONSTRAINT pk_audit_entry PRIMARY KEY (seq)
)

DROP TABLE audit_entry

ALTER TABLE audit_chained RENAME TO audit_entry

CREATE INDEX ix_audit_entry_record_id_seq ON audit_entry (record_id, seq)

CREATE TRIGGER audit_entry_follows BEFORE INSERT ON audit_entry WHEN EXISTS (SELECT 1 FROM audit_entry) AND (NEW.seq, NEW.former) IS NOT (SELECT seq + 1, digest FROM audit_entry ORDER BY seq DESC LIMIT 1) BEGIN SELECT RAISE(ABORT, 'an entry of the audit follows the last'); END

CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry BEGIN SELECT RAISE(ABORT, 'the audit is only ever added to'); END

CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry BEGIN SELECT RAISE(ABORT, 'the audit is only ever added to'); END
