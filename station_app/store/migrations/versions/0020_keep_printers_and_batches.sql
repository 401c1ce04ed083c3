CREATE TABLE printer_alignment (
    name VARCHAR(120) NOT NULL,
    shift_right INTEGER NOT NULL,
    shift_down INTEGER NOT NULL,
    scale INTEGER NOT NULL,
    CONSTRAINT pk_printer_alignment PRIMARY KEY (name)
)

CREATE TABLE certificate_batch (
    seq INTEGER NOT NULL,
    id VARCHAR(32) NOT NULL,
    kind VARCHAR(30) NOT NULL,
    occasion VARCHAR(120) NOT NULL,
    drawn_up_on DATE NOT NULL,
    handled_by VARCHAR(60) NOT NULL,
    approved_by VARCHAR(60) NOT NULL,
    approved_on DATE,
    version INTEGER NOT NULL,
    created_at VARCHAR(27) NOT NULL,
    created_by VARCHAR(120) NOT NULL,
    changed_at VARCHAR(27) NOT NULL,
    changed_by VARCHAR(120) NOT NULL,
    deleted_at VARCHAR(27),
    CONSTRAINT pk_certificate_batch PRIMARY KEY (seq),
    CONSTRAINT uq_certificate_batch_id UNIQUE (id)
)

CREATE TABLE certificate_batch_member (
    seq INTEGER NOT NULL,
    id VARCHAR(32) NOT NULL,
    batch_id VARCHAR(32) NOT NULL,
    request_id VARCHAR(32) NOT NULL,
    place INTEGER NOT NULL,
    version INTEGER NOT NULL,
    created_at VARCHAR(27) NOT NULL,
    created_by VARCHAR(120) NOT NULL,
    changed_at VARCHAR(27) NOT NULL,
    changed_by VARCHAR(120) NOT NULL,
    deleted_at VARCHAR(27),
    CONSTRAINT pk_certificate_batch_member PRIMARY KEY (seq),
    CONSTRAINT uq_certificate_batch_member_id UNIQUE (id),
    CONSTRAINT fk_certificate_batch_member_batch_id_certificate_batch FOREIGN KEY(batch_id) REFERENCES certificate_batch (id),
    CONSTRAINT fk_certificate_batch_member_request_id_certificate_request FOREIGN KEY(request_id) REFERENCES certificate_request (id)
)

CREATE INDEX ix_certificate_batch_member_batch_id_place ON certificate_batch_member (batch_id, place)

CREATE INDEX ix_certificate_batch_member_request_id ON certificate_batch_member (request_id)
