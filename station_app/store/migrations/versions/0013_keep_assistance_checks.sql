CREATE TABLE assistance_check (
    seq INTEGER NOT NULL,
    id VARCHAR(32) NOT NULL,
    resident_id VARCHAR(32) NOT NULL,
    received_on DATE NOT NULL,
    contents TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at VARCHAR(27) NOT NULL,
    created_by VARCHAR(120) NOT NULL,
    changed_at VARCHAR(27) NOT NULL,
    changed_by VARCHAR(120) NOT NULL,
    deleted_at VARCHAR(27),
    CONSTRAINT pk_assistance_check PRIMARY KEY (seq),
    CONSTRAINT uq_assistance_check_id UNIQUE (id),
    CONSTRAINT fk_assistance_check_resident_id_resident FOREIGN KEY(resident_id) REFERENCES resident (id)
)

CREATE INDEX ix_assistance_check_resident_id ON assistance_check (resident_id)
