CREATE TABLE key_withdrawal (
    seq INTEGER NOT NULL,
    id VARCHAR(32) NOT NULL,
    withdrawn_on DATE NOT NULL,
    reason VARCHAR(200) NOT NULL,
    version INTEGER NOT NULL,
    created_at VARCHAR(27) NOT NULL,
    created_by VARCHAR(120) NOT NULL,
    changed_at VARCHAR(27) NOT NULL,
    changed_by VARCHAR(120) NOT NULL,
    deleted_at VARCHAR(27),
    CONSTRAINT pk_key_withdrawal PRIMARY KEY (seq),
    CONSTRAINT uq_key_withdrawal_id UNIQUE (id)
)

CREATE TABLE paper_confirmation (
    seq INTEGER NOT NULL,
    id VARCHAR(32) NOT NULL,
    key_id VARCHAR(32) NOT NULL,
    version INTEGER NOT NULL,
    created_at VARCHAR(27) NOT NULL,
    created_by VARCHAR(120) NOT NULL,
    changed_at VARCHAR(27) NOT NULL,
    changed_by VARCHAR(120) NOT NULL,
    deleted_at VARCHAR(27),
    CONSTRAINT pk_paper_confirmation PRIMARY KEY (seq),
    CONSTRAINT uq_paper_confirmation_id UNIQUE (id)
)

CREATE TABLE root_voucher (
    id VARCHAR(32) NOT NULL,
    station VARCHAR(120) NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE NOT NULL,
    by VARCHAR(120) NOT NULL,
    street VARCHAR(64) NOT NULL,
    signature VARCHAR(128) NOT NULL,
    taken_at VARCHAR(27) NOT NULL,
    CONSTRAINT pk_root_voucher PRIMARY KEY (id)
)
