CREATE TABLE export_record (
    seq INTEGER NOT NULL,
    id VARCHAR(32) NOT NULL,
    number VARCHAR(20) NOT NULL,
    list_kind VARCHAR(30) NOT NULL,
    people INTEGER NOT NULL,
    columns TEXT NOT NULL,
    is_full BOOLEAN NOT NULL,
    recipient VARCHAR(120) NOT NULL,
    purpose VARCHAR(200) NOT NULL,
    ground VARCHAR(20) NOT NULL,
    reason VARCHAR(200) NOT NULL,
    approved_by VARCHAR(120) NOT NULL,
    file_name VARCHAR(200) NOT NULL,
    sha256 VARCHAR(64) NOT NULL,
    state VARCHAR(10) NOT NULL,
    version INTEGER NOT NULL,
    created_at VARCHAR(27) NOT NULL,
    created_by VARCHAR(120) NOT NULL,
    changed_at VARCHAR(27) NOT NULL,
    changed_by VARCHAR(120) NOT NULL,
    deleted_at VARCHAR(27),
    CONSTRAINT pk_export_record PRIMARY KEY (seq),
    CONSTRAINT uq_export_record_id UNIQUE (id)
)

CREATE INDEX ix_export_record_created_at_seq ON export_record (created_at, seq)
