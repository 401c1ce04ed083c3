CREATE TABLE signing_key (
    seq INTEGER NOT NULL,
    id VARCHAR(32) NOT NULL,
    algorithm INTEGER NOT NULL,
    public VARCHAR(64) NOT NULL,
    issuer VARCHAR(120) NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE NOT NULL,
    version INTEGER NOT NULL,
    created_at VARCHAR(27) NOT NULL,
    created_by VARCHAR(120) NOT NULL,
    changed_at VARCHAR(27) NOT NULL,
    changed_by VARCHAR(120) NOT NULL,
    deleted_at VARCHAR(27),
    CONSTRAINT pk_signing_key PRIMARY KEY (seq),
    CONSTRAINT uq_signing_key_id UNIQUE (id)
)

CREATE TABLE signing_secret (
    id VARCHAR(32) NOT NULL,
    use VARCHAR(10) NOT NULL,
    seed BLOB NOT NULL,
    made_at VARCHAR(27) NOT NULL,
    CONSTRAINT pk_signing_secret PRIMARY KEY (id)
)

CREATE TABLE revocation (
    seq INTEGER NOT NULL,
    id VARCHAR(32) NOT NULL,
    revoked_on DATE NOT NULL,
    version INTEGER NOT NULL,
    created_at VARCHAR(27) NOT NULL,
    created_by VARCHAR(120) NOT NULL,
    changed_at VARCHAR(27) NOT NULL,
    changed_by VARCHAR(120) NOT NULL,
    deleted_at VARCHAR(27),
    CONSTRAINT pk_revocation PRIMARY KEY (seq),
    CONSTRAINT uq_revocation_id UNIQUE (id)
)

CREATE INDEX ix_revocation_revoked_on ON revocation (revoked_on)
