CREATE TABLE case_file (
    seq INTEGER NOT NULL,
    id VARCHAR(32) NOT NULL,
    case_id VARCHAR(32) NOT NULL,
    material VARCHAR(120) NOT NULL,
    name VARCHAR(120) NOT NULL,
    kind VARCHAR(10) NOT NULL,
    size INTEGER NOT NULL,
    sha256 VARCHAR(64) NOT NULL,
    source VARCHAR(64) NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    pages INTEGER NOT NULL,
    version INTEGER NOT NULL,
    created_at VARCHAR(27) NOT NULL,
    created_by VARCHAR(120) NOT NULL,
    changed_at VARCHAR(27) NOT NULL,
    changed_by VARCHAR(120) NOT NULL,
    deleted_at VARCHAR(27),
    CONSTRAINT pk_case_file PRIMARY KEY (seq),
    CONSTRAINT uq_case_file_id UNIQUE (id),
    CONSTRAINT fk_case_file_case_id_window_case FOREIGN KEY(case_id) REFERENCES window_case (id) ON DELETE CASCADE
)

CREATE INDEX ix_case_file_case_id ON case_file (case_id)

CREATE TABLE case_file_content (
    file_id VARCHAR(32) NOT NULL,
    content BLOB NOT NULL,
    CONSTRAINT pk_case_file_content PRIMARY KEY (file_id),
    CONSTRAINT fk_case_file_content_file_id_case_file FOREIGN KEY(file_id) REFERENCES case_file (id) ON DELETE CASCADE
)
