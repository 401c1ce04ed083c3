CREATE TABLE restricted_tag (
    seq INTEGER NOT NULL,
    id VARCHAR(32) NOT NULL,
    resident_id VARCHAR(32) NOT NULL,
    code VARCHAR(30) NOT NULL,
    level VARCHAR(20) NOT NULL,
    since DATE,
    until DATE,
    source VARCHAR(120) NOT NULL,
    note TEXT NOT NULL,
    withdrawn_at VARCHAR(27),
    changed_at VARCHAR(27) NOT NULL,
    changed_by VARCHAR(120) NOT NULL,
    CONSTRAINT pk_restricted_tag PRIMARY KEY (seq),
    CONSTRAINT uq_restricted_tag_id UNIQUE (id),
    CONSTRAINT fk_restricted_tag_resident_id_resident FOREIGN KEY(resident_id) REFERENCES resident (id) ON DELETE CASCADE
)

CREATE INDEX ix_restricted_tag_resident_id ON restricted_tag (resident_id)

CREATE INDEX ix_restricted_tag_code ON restricted_tag (code)

CREATE TABLE tag_officer (
    code VARCHAR(30) NOT NULL,
    staff_id VARCHAR(32) NOT NULL,
    named_at VARCHAR(27) NOT NULL,
    named_by VARCHAR(120) NOT NULL,
    CONSTRAINT pk_tag_officer PRIMARY KEY (code, staff_id),
    CONSTRAINT fk_tag_officer_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id)
)

INSERT INTO restricted_tag (id, resident_id, code, level, since, until, source, note, withdrawn_at, changed_at, changed_by) SELECT id, resident_id, code, level, since, until, source, note, deleted_at, changed_at, changed_by FROM resident_tag WHERE code IN ('correction', 'released', 'drug', 'psychosis', 'petition') ORDER BY seq

DELETE FROM resident_tag WHERE code IN ('correction', 'released', 'drug', 'psychosis', 'petition')
