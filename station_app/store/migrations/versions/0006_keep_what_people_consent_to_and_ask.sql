CREATE TABLE privacy_notice (
    seq INTEGER NOT NULL,
    id VARCHAR(32) NOT NULL,
    resident_id VARCHAR(32) NOT NULL,
    edition VARCHAR(20) NOT NULL,
    given_on DATE NOT NULL,
    way VARCHAR(20) NOT NULL,
    given_by VARCHAR(60) NOT NULL,
    note TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at VARCHAR(27) NOT NULL,
    created_by VARCHAR(120) NOT NULL,
    changed_at VARCHAR(27) NOT NULL,
    changed_by VARCHAR(120) NOT NULL,
    deleted_at VARCHAR(27),
    CONSTRAINT pk_privacy_notice PRIMARY KEY (seq),
    CONSTRAINT uq_privacy_notice_id UNIQUE (id),
    CONSTRAINT fk_privacy_notice_resident_id_resident FOREIGN KEY(resident_id) REFERENCES resident (id) ON DELETE CASCADE
)

CREATE INDEX ix_privacy_notice_resident_id ON privacy_notice (resident_id)

CREATE TABLE guardian (
    seq INTEGER NOT NULL,
    id VARCHAR(32) NOT NULL,
    resident_id VARCHAR(32) NOT NULL,
    person_id VARCHAR(32),
    name VARCHAR(120) NOT NULL,
    relation VARCHAR(60) NOT NULL,
    phone VARCHAR(40) NOT NULL,
    basis VARCHAR(20) NOT NULL,
    since DATE,
    until DATE,
    note TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at VARCHAR(27) NOT NULL,
    created_by VARCHAR(120) NOT NULL,
    changed_at VARCHAR(27) NOT NULL,
    changed_by VARCHAR(120) NOT NULL,
    deleted_at VARCHAR(27),
    CONSTRAINT pk_guardian PRIMARY KEY (seq),
    CONSTRAINT uq_guardian_id UNIQUE (id),
    CONSTRAINT fk_guardian_resident_id_resident FOREIGN KEY(resident_id) REFERENCES resident (id) ON DELETE CASCADE,
    CONSTRAINT fk_guardian_person_id_resident FOREIGN KEY(person_id) REFERENCES resident (id)
)

CREATE INDEX ix_guardian_person_id ON guardian (person_id)

CREATE INDEX ix_guardian_resident_id ON guardian (resident_id)

CREATE TABLE consent (
    seq INTEGER NOT NULL,
    id VARCHAR(32) NOT NULL,
    resident_id VARCHAR(32) NOT NULL,
    purpose VARCHAR(20) NOT NULL,
    form VARCHAR(10) NOT NULL,
    given_on DATE NOT NULL,
    until DATE,
    giver VARCHAR(10) NOT NULL,
    guardian_id VARCHAR(32),
    witness VARCHAR(60) NOT NULL,
    recipient VARCHAR(120) NOT NULL,
    told_effect BOOLEAN NOT NULL,
    attachment_id VARCHAR(32),
    note TEXT NOT NULL,
    withdrawn_on DATE,
    withdrawn_reason TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at VARCHAR(27) NOT NULL,
    created_by VARCHAR(120) NOT NULL,
    changed_at VARCHAR(27) NOT NULL,
    changed_by VARCHAR(120) NOT NULL,
    deleted_at VARCHAR(27),
    CONSTRAINT pk_consent PRIMARY KEY (seq),
    CONSTRAINT uq_consent_id UNIQUE (id),
    CONSTRAINT fk_consent_resident_id_resident FOREIGN KEY(resident_id) REFERENCES resident (id) ON DELETE CASCADE,
    CONSTRAINT fk_consent_guardian_id_guardian FOREIGN KEY(guardian_id) REFERENCES guardian (id),
    CONSTRAINT fk_consent_attachment_id_attachment FOREIGN KEY(attachment_id) REFERENCES attachment (id)
)

CREATE INDEX ix_consent_attachment_id ON consent (attachment_id)

CREATE INDEX ix_consent_guardian_id ON consent (guardian_id)

CREATE INDEX ix_consent_resident_id ON consent (resident_id)

CREATE TABLE withheld (
    seq INTEGER NOT NULL,
    id VARCHAR(32) NOT NULL,
    resident_id VARCHAR(32) NOT NULL,
    field VARCHAR(40) NOT NULL,
    is_erased BOOLEAN NOT NULL,
    reason TEXT NOT NULL,
    source VARCHAR(32) NOT NULL,
    version INTEGER NOT NULL,
    created_at VARCHAR(27) NOT NULL,
    created_by VARCHAR(120) NOT NULL,
    changed_at VARCHAR(27) NOT NULL,
    changed_by VARCHAR(120) NOT NULL,
    deleted_at VARCHAR(27),
    CONSTRAINT pk_withheld PRIMARY KEY (seq),
    CONSTRAINT uq_withheld_id UNIQUE (id),
    CONSTRAINT fk_withheld_resident_id_resident FOREIGN KEY(resident_id) REFERENCES resident (id) ON DELETE CASCADE
)

CREATE INDEX ix_withheld_resident_id_field ON withheld (resident_id, field)

CREATE INDEX ix_withheld_source ON withheld (source)

CREATE TABLE rights_request (
    seq INTEGER NOT NULL,
    id VARCHAR(32) NOT NULL,
    number VARCHAR(60) NOT NULL,
    resident_id VARCHAR(32) NOT NULL,
    kind VARCHAR(20) NOT NULL,
    asker VARCHAR(10) NOT NULL,
    asker_name VARCHAR(60) NOT NULL,
    asker_relation VARCHAR(60) NOT NULL,
    asker_phone VARCHAR(40) NOT NULL,
    proof VARCHAR(200) NOT NULL,
    identity_check VARCHAR(20) NOT NULL,
    received_on DATE NOT NULL,
    due_on DATE NOT NULL,
    details TEXT NOT NULL,
    state VARCHAR(20) NOT NULL,
    handled_by VARCHAR(60) NOT NULL,
    answer TEXT NOT NULL,
    ground VARCHAR(20) NOT NULL,
    answered_on DATE,
    version INTEGER NOT NULL,
    created_at VARCHAR(27) NOT NULL,
    created_by VARCHAR(120) NOT NULL,
    changed_at VARCHAR(27) NOT NULL,
    changed_by VARCHAR(120) NOT NULL,
    deleted_at VARCHAR(27),
    CONSTRAINT pk_rights_request PRIMARY KEY (seq),
    CONSTRAINT uq_rights_request_id UNIQUE (id),
    CONSTRAINT fk_rights_request_resident_id_resident FOREIGN KEY(resident_id) REFERENCES resident (id)
)

CREATE INDEX ix_rights_request_number ON rights_request (number)

CREATE INDEX ix_rights_request_resident_id ON rights_request (resident_id)

CREATE INDEX ix_rights_request_state_due_on ON rights_request (state, due_on)
