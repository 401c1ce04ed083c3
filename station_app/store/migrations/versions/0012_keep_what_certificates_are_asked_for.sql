CREATE TABLE certificate_request (
    seq INTEGER NOT NULL,
    id VARCHAR(32) NOT NULL,
    kind VARCHAR(30) NOT NULL,
    resident_id VARCHAR(32) NOT NULL,
    holder VARCHAR(60) NOT NULL,
    stage VARCHAR(10) NOT NULL,
    purpose VARCHAR(200) NOT NULL,
    addressee VARCHAR(120) NOT NULL,
    copies INTEGER NOT NULL,
    answers TEXT NOT NULL,
    drawn_up_on DATE NOT NULL,
    handled_by VARCHAR(60) NOT NULL,
    verified_on DATE,
    approved_by VARCHAR(60) NOT NULL,
    approved_on DATE,
    certificate_id VARCHAR(32),
    printed INTEGER NOT NULL,
    collected_by VARCHAR(60) NOT NULL,
    relation VARCHAR(60) NOT NULL,
    collected_on DATE,
    archived_on DATE,
    reason VARCHAR(200) NOT NULL,
    version INTEGER NOT NULL,
    created_at VARCHAR(27) NOT NULL,
    created_by VARCHAR(120) NOT NULL,
    changed_at VARCHAR(27) NOT NULL,
    changed_by VARCHAR(120) NOT NULL,
    deleted_at VARCHAR(27),
    CONSTRAINT pk_certificate_request PRIMARY KEY (seq),
    CONSTRAINT uq_certificate_request_id UNIQUE (id),
    CONSTRAINT fk_certificate_request_resident_id_resident FOREIGN KEY(resident_id) REFERENCES resident (id),
    CONSTRAINT fk_certificate_request_certificate_id_certificate FOREIGN KEY(certificate_id) REFERENCES certificate (id)
)

CREATE INDEX ix_certificate_request_certificate_id ON certificate_request (certificate_id)

CREATE INDEX ix_certificate_request_resident_id ON certificate_request (resident_id)

CREATE INDEX ix_certificate_request_stage_seq ON certificate_request (stage, seq)

CREATE TABLE certificate_evidence (
    seq INTEGER NOT NULL,
    id VARCHAR(32) NOT NULL,
    request_id VARCHAR(32) NOT NULL,
    how VARCHAR(20) NOT NULL,
    found_on DATE NOT NULL,
    found_by VARCHAR(60) NOT NULL,
    note VARCHAR(200) NOT NULL,
    version INTEGER NOT NULL,
    created_at VARCHAR(27) NOT NULL,
    created_by VARCHAR(120) NOT NULL,
    changed_at VARCHAR(27) NOT NULL,
    changed_by VARCHAR(120) NOT NULL,
    deleted_at VARCHAR(27),
    CONSTRAINT pk_certificate_evidence PRIMARY KEY (seq),
    CONSTRAINT uq_certificate_evidence_id UNIQUE (id),
    CONSTRAINT fk_certificate_evidence_request_id_certificate_request FOREIGN KEY(request_id) REFERENCES certificate_request (id)
)

CREATE INDEX ix_certificate_evidence_request_id ON certificate_evidence (request_id)
