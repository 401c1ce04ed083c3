CREATE TABLE audit_entry (
    seq INTEGER NOT NULL,
    at VARCHAR(27) NOT NULL,
    "by" VARCHAR(120) NOT NULL,
    act VARCHAR(60) NOT NULL,
    record_id VARCHAR(32) NOT NULL,
    facts TEXT NOT NULL,
    CONSTRAINT pk_audit_entry PRIMARY KEY (seq)
)

CREATE INDEX ix_audit_entry_record_id_seq ON audit_entry (record_id, seq)

CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry BEGIN SELECT RAISE(ABORT, 'the audit is only ever added to'); END

CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry BEGIN SELECT RAISE(ABORT, 'the audit is only ever added to'); END

CREATE TABLE import_batch (
    seq INTEGER NOT NULL,
    id VARCHAR(32) NOT NULL,
    file_name VARCHAR(200) NOT NULL,
    sha256 VARCHAR(64) NOT NULL,
    counts TEXT NOT NULL,
    undone_at VARCHAR(27),
    version INTEGER NOT NULL,
    created_at VARCHAR(27) NOT NULL,
    created_by VARCHAR(120) NOT NULL,
    changed_at VARCHAR(27) NOT NULL,
    changed_by VARCHAR(120) NOT NULL,
    deleted_at VARCHAR(27),
    CONSTRAINT pk_import_batch PRIMARY KEY (seq),
    CONSTRAINT uq_import_batch_id UNIQUE (id)
)

CREATE TABLE import_layout (
    fingerprint VARCHAR(64) NOT NULL,
    mapping TEXT NOT NULL,
    used_at VARCHAR(27) NOT NULL,
    CONSTRAINT pk_import_layout PRIMARY KEY (fingerprint)
)

CREATE TABLE history (
    seq INTEGER NOT NULL,
    id VARCHAR(32) NOT NULL,
    kind VARCHAR(20) NOT NULL,
    record_id VARCHAR(32) NOT NULL,
    act VARCHAR(30) NOT NULL,
    field VARCHAR(40) NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    at VARCHAR(27) NOT NULL,
    "by" VARCHAR(120) NOT NULL,
    CONSTRAINT pk_history PRIMARY KEY (seq)
)

CREATE INDEX ix_history_id ON history (id)

CREATE INDEX ix_history_record_id_seq ON history (record_id, seq)

CREATE TABLE setting (
    "key" VARCHAR(60) NOT NULL,
    value TEXT NOT NULL,
    CONSTRAINT pk_setting PRIMARY KEY ("key")
)

CREATE TABLE number_series (
    word VARCHAR(30) NOT NULL,
    year INTEGER NOT NULL,
    last INTEGER NOT NULL,
    CONSTRAINT pk_number_series PRIMARY KEY (word, year)
)

CREATE TABLE refusal_slip (
    seq INTEGER NOT NULL,
    id VARCHAR(32) NOT NULL,
    refused_on DATE NOT NULL,
    item VARCHAR(40) NOT NULL,
    asked VARCHAR(120) NOT NULL,
    version INTEGER NOT NULL,
    created_at VARCHAR(27) NOT NULL,
    created_by VARCHAR(120) NOT NULL,
    changed_at VARCHAR(27) NOT NULL,
    changed_by VARCHAR(120) NOT NULL,
    deleted_at VARCHAR(27),
    CONSTRAINT pk_refusal_slip PRIMARY KEY (seq),
    CONSTRAINT uq_refusal_slip_id UNIQUE (id)
)

CREATE INDEX ix_refusal_slip_refused_on ON refusal_slip (refused_on)

CREATE TABLE grid (
    seq INTEGER NOT NULL,
    id VARCHAR(32) NOT NULL,
    code VARCHAR(30) NOT NULL,
    name VARCHAR(60) NOT NULL,
    worker VARCHAR(60) NOT NULL,
    worker_phone VARCHAR(40) NOT NULL,
    supervision_phone VARCHAR(40) NOT NULL,
    valid_from DATE,
    valid_to DATE,
    version INTEGER NOT NULL,
    created_at VARCHAR(27) NOT NULL,
    created_by VARCHAR(120) NOT NULL,
    changed_at VARCHAR(27) NOT NULL,
    changed_by VARCHAR(120) NOT NULL,
    deleted_at VARCHAR(27),
    CONSTRAINT pk_grid PRIMARY KEY (seq),
    CONSTRAINT uq_grid_id UNIQUE (id)
)

CREATE INDEX ix_grid_code ON grid (code)

CREATE TABLE estate (
    seq INTEGER NOT NULL,
    id VARCHAR(32) NOT NULL,
    name VARCHAR(120) NOT NULL,
    version INTEGER NOT NULL,
    created_at VARCHAR(27) NOT NULL,
    created_by VARCHAR(120) NOT NULL,
    changed_at VARCHAR(27) NOT NULL,
    changed_by VARCHAR(120) NOT NULL,
    deleted_at VARCHAR(27),
    CONSTRAINT pk_estate PRIMARY KEY (seq),
    CONSTRAINT uq_estate_id UNIQUE (id)
)

CREATE UNIQUE INDEX ix_estate_name ON estate (name) WHERE deleted_at IS NULL

CREATE TABLE saved_list (
    seq INTEGER NOT NULL,
    id VARCHAR(32) NOT NULL,
    name VARCHAR(60) NOT NULL,
    conditions TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at VARCHAR(27) NOT NULL,
    created_by VARCHAR(120) NOT NULL,
    changed_at VARCHAR(27) NOT NULL,
    changed_by VARCHAR(120) NOT NULL,
    deleted_at VARCHAR(27),
    CONSTRAINT pk_saved_list PRIMARY KEY (seq),
    CONSTRAINT uq_saved_list_id UNIQUE (id)
)

CREATE TABLE search_entry (
    target INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    name TEXT NOT NULL,
    readings TEXT NOT NULL,
    aliases TEXT NOT NULL,
    numbers TEXT NOT NULL,
    phones TEXT NOT NULL,
    address TEXT NOT NULL,
    sex TEXT NOT NULL,
    born TEXT NOT NULL,
    CONSTRAINT pk_search_entry PRIMARY KEY (target)
)

CREATE VIRTUAL TABLE search_text USING fts5(words, content='', contentless_delete=1, detail=none, tokenize='ascii')

CREATE TABLE search_term (
    term TEXT NOT NULL,
    target INTEGER NOT NULL,
    CONSTRAINT pk_search_term PRIMARY KEY (term, target)
)
    WITHOUT ROWID



CREATE TABLE import_item (
    seq INTEGER NOT NULL,
    batch_id VARCHAR(32) NOT NULL,
    kind VARCHAR(20) NOT NULL,
    record_id VARCHAR(32) NOT NULL,
    version INTEGER NOT NULL,
    "before" TEXT NOT NULL,
    CONSTRAINT pk_import_item PRIMARY KEY (seq),
    CONSTRAINT fk_import_item_batch_id_import_batch FOREIGN KEY(batch_id) REFERENCES import_batch (id) ON DELETE CASCADE
)

CREATE INDEX ix_import_item_batch_id_kind ON import_item (batch_id, kind)

CREATE TABLE building (
    seq INTEGER NOT NULL,
    id VARCHAR(32) NOT NULL,
    estate_id VARCHAR(32) NOT NULL,
    name VARCHAR(40) NOT NULL,
    grid_id VARCHAR(32),
    version INTEGER NOT NULL,
    created_at VARCHAR(27) NOT NULL,
    created_by VARCHAR(120) NOT NULL,
    changed_at VARCHAR(27) NOT NULL,
    changed_by VARCHAR(120) NOT NULL,
    deleted_at VARCHAR(27),
    CONSTRAINT pk_building PRIMARY KEY (seq),
    CONSTRAINT uq_building_id UNIQUE (id),
    CONSTRAINT fk_building_estate_id_estate FOREIGN KEY(estate_id) REFERENCES estate (id),
    CONSTRAINT fk_building_grid_id_grid FOREIGN KEY(grid_id) REFERENCES grid (id)
)

CREATE INDEX ix_building_grid_id ON building (grid_id)

CREATE UNIQUE INDEX ix_building_estate_id_name ON building (estate_id, name) WHERE deleted_at IS NULL

CREATE TABLE dwelling (
    seq INTEGER NOT NULL,
    id VARCHAR(32) NOT NULL,
    building_id VARCHAR(32) NOT NULL,
    door VARCHAR(40) NOT NULL,
    unit VARCHAR(20) NOT NULL,
    floor VARCHAR(10) NOT NULL,
    room VARCHAR(20) NOT NULL,
    text VARCHAR(200) NOT NULL,
    text_key VARCHAR(240) NOT NULL,
    version INTEGER NOT NULL,
    created_at VARCHAR(27) NOT NULL,
    created_by VARCHAR(120) NOT NULL,
    changed_at VARCHAR(27) NOT NULL,
    changed_by VARCHAR(120) NOT NULL,
    deleted_at VARCHAR(27),
    CONSTRAINT pk_dwelling PRIMARY KEY (seq),
    CONSTRAINT uq_dwelling_id UNIQUE (id),
    CONSTRAINT fk_dwelling_building_id_building FOREIGN KEY(building_id) REFERENCES building (id)
)

CREATE INDEX ix_dwelling_as_one_walks ON dwelling (text_key, seq, id)

CREATE UNIQUE INDEX ix_dwelling_building_id_door_unit_room ON dwelling (building_id, door, unit, room) WHERE deleted_at IS NULL

CREATE INDEX ix_dwelling_text ON dwelling (text)

CREATE INDEX ix_dwelling_building_id_id ON dwelling (building_id, id)

CREATE TABLE household (
    seq INTEGER NOT NULL,
    id VARCHAR(32) NOT NULL,
    number VARCHAR(40) NOT NULL,
    kind VARCHAR(20) NOT NULL,
    dwelling_id VARCHAR(32),
    note TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at VARCHAR(27) NOT NULL,
    created_by VARCHAR(120) NOT NULL,
    changed_at VARCHAR(27) NOT NULL,
    changed_by VARCHAR(120) NOT NULL,
    deleted_at VARCHAR(27),
    CONSTRAINT pk_household PRIMARY KEY (seq),
    CONSTRAINT uq_household_id UNIQUE (id),
    CONSTRAINT fk_household_dwelling_id_dwelling FOREIGN KEY(dwelling_id) REFERENCES dwelling (id)
)

CREATE INDEX ix_household_dwelling_id ON household (dwelling_id)

CREATE INDEX ix_household_number ON household (number)

CREATE TABLE resident (
    seq INTEGER NOT NULL,
    id VARCHAR(32) NOT NULL,
    name VARCHAR(60) NOT NULL,
    name_key VARCHAR(120) NOT NULL,
    former_name VARCHAR(60) NOT NULL,
    pinyin VARCHAR(120) NOT NULL,
    sex VARCHAR(1) NOT NULL,
    born DATE,
    ethnicity VARCHAR(2) NOT NULL,
    education VARCHAR(2) NOT NULL,
    politics VARCHAR(2) NOT NULL,
    marital VARCHAR(2) NOT NULL,
    occupation VARCHAR(2) NOT NULL,
    health VARCHAR(2) NOT NULL,
    employer VARCHAR(120) NOT NULL,
    phone VARCHAR(40) NOT NULL,
    other_phone VARCHAR(40) NOT NULL,
    note TEXT NOT NULL,
    household_id VARCHAR(32),
    relation VARCHAR(2) NOT NULL,
    dwelling_id VARCHAR(32),
    lives_here BOOLEAN NOT NULL,
    living_since DATE,
    living_basis VARCHAR(20) NOT NULL,
    living_proof VARCHAR(120) NOT NULL,
    hukou_address VARCHAR(200) NOT NULL,
    hukou_local BOOLEAN,
    hukou_kind VARCHAR(20) NOT NULL,
    hukou_number VARCHAR(40) NOT NULL,
    hukou_since DATE,
    left_on DATE,
    left_to VARCHAR(200) NOT NULL,
    died_on DATE,
    verified_on DATE,
    verified_how VARCHAR(20) NOT NULL,
    verified_by VARCHAR(60) NOT NULL,
    verified_note TEXT NOT NULL,
    standing VARCHAR(10) NOT NULL,
    version INTEGER NOT NULL,
    created_at VARCHAR(27) NOT NULL,
    created_by VARCHAR(120) NOT NULL,
    changed_at VARCHAR(27) NOT NULL,
    changed_by VARCHAR(120) NOT NULL,
    deleted_at VARCHAR(27),
    CONSTRAINT pk_resident PRIMARY KEY (seq),
    CONSTRAINT uq_resident_id UNIQUE (id),
    CONSTRAINT fk_resident_household_id_household FOREIGN KEY(household_id) REFERENCES household (id),
    CONSTRAINT fk_resident_dwelling_id_dwelling FOREIGN KEY(dwelling_id) REFERENCES dwelling (id)
)

CREATE INDEX ix_resident_name_born ON resident (name, born)

CREATE INDEX ix_resident_household_id ON resident (household_id)

CREATE INDEX ix_resident_by_change ON resident (changed_at, seq, name_key, sex, standing, born, dwelling_id, deleted_at) WHERE deleted_at IS NULL

CREATE INDEX ix_resident_by_name ON resident (name_key, seq, sex, standing, born, dwelling_id, deleted_at) WHERE deleted_at IS NULL

CREATE INDEX ix_resident_by_birth ON resident (born, seq, name_key, sex, standing, dwelling_id, deleted_at) WHERE deleted_at IS NULL

CREATE INDEX ix_resident_in_bin ON resident (deleted_at) WHERE deleted_at IS NOT NULL

CREATE INDEX ix_resident_by_dwelling ON resident (dwelling_id, deleted_at, seq, name_key, sex, standing, born)

CREATE INDEX ix_resident_by_key ON resident (id, seq, name_key, sex, standing, born, dwelling_id, deleted_at) WHERE deleted_at IS NULL

CREATE TABLE certificate (
    seq INTEGER NOT NULL,
    id VARCHAR(32) NOT NULL,
    kind VARCHAR(30) NOT NULL,
    number VARCHAR(60) NOT NULL,
    word VARCHAR(30) NOT NULL,
    year INTEGER NOT NULL,
    serial INTEGER NOT NULL,
    resident_id VARCHAR(32) NOT NULL,
    holder VARCHAR(60) NOT NULL,
    state VARCHAR(10) NOT NULL,
    purpose VARCHAR(200) NOT NULL,
    addressee VARCHAR(120) NOT NULL,
    facts TEXT NOT NULL,
    issued_on DATE NOT NULL,
    handled_by VARCHAR(60) NOT NULL,
    approved_by VARCHAR(60) NOT NULL,
    copies INTEGER NOT NULL,
    sha256 VARCHAR(64) NOT NULL,
    replaces_id VARCHAR(32),
    reason VARCHAR(200) NOT NULL,
    version INTEGER NOT NULL,
    created_at VARCHAR(27) NOT NULL,
    created_by VARCHAR(120) NOT NULL,
    changed_at VARCHAR(27) NOT NULL,
    changed_by VARCHAR(120) NOT NULL,
    deleted_at VARCHAR(27),
    CONSTRAINT pk_certificate PRIMARY KEY (seq),
    CONSTRAINT uq_certificate_number UNIQUE (number),
    CONSTRAINT uq_certificate_word_year_serial UNIQUE (word, year, serial),
    CONSTRAINT uq_certificate_id UNIQUE (id),
    CONSTRAINT fk_certificate_resident_id_resident FOREIGN KEY(resident_id) REFERENCES resident (id),
    CONSTRAINT fk_certificate_replaces_id_certificate FOREIGN KEY(replaces_id) REFERENCES certificate (id)
)

CREATE INDEX ix_certificate_issued_on_seq ON certificate (issued_on, seq)

CREATE INDEX ix_certificate_resident_id ON certificate (resident_id)

CREATE TABLE document (
    seq INTEGER NOT NULL,
    id VARCHAR(32) NOT NULL,
    resident_id VARCHAR(32) NOT NULL,
    kind VARCHAR(30) NOT NULL,
    number VARCHAR(40) NOT NULL,
    issuer VARCHAR(120) NOT NULL,
    valid_from DATE,
    valid_to DATE,
    is_long_term BOOLEAN NOT NULL,
    is_primary BOOLEAN NOT NULL,
    version INTEGER NOT NULL,
    created_at VARCHAR(27) NOT NULL,
    created_by VARCHAR(120) NOT NULL,
    changed_at VARCHAR(27) NOT NULL,
    changed_by VARCHAR(120) NOT NULL,
    deleted_at VARCHAR(27),
    CONSTRAINT pk_document PRIMARY KEY (seq),
    CONSTRAINT uq_document_id UNIQUE (id),
    CONSTRAINT fk_document_resident_id_resident FOREIGN KEY(resident_id) REFERENCES resident (id) ON DELETE CASCADE
)

CREATE INDEX ix_document_number_kind ON document (number, kind)

CREATE INDEX ix_document_resident_id_is_primary ON document (resident_id, is_primary)

CREATE TABLE resident_tag (
    seq INTEGER NOT NULL,
    id VARCHAR(32) NOT NULL,
    resident_id VARCHAR(32) NOT NULL,
    code VARCHAR(30) NOT NULL,
    level VARCHAR(20) NOT NULL,
    since DATE,
    until DATE,
    source VARCHAR(120) NOT NULL,
    note TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at VARCHAR(27) NOT NULL,
    created_by VARCHAR(120) NOT NULL,
    changed_at VARCHAR(27) NOT NULL,
    changed_by VARCHAR(120) NOT NULL,
    deleted_at VARCHAR(27),
    CONSTRAINT pk_resident_tag PRIMARY KEY (seq),
    CONSTRAINT uq_resident_tag_id UNIQUE (id),
    CONSTRAINT fk_resident_tag_resident_id_resident FOREIGN KEY(resident_id) REFERENCES resident (id) ON DELETE CASCADE
)

CREATE INDEX ix_resident_tag_resident_id ON resident_tag (resident_id)

CREATE INDEX ix_resident_tag_by_code ON resident_tag (code, resident_id, since, until, deleted_at)

CREATE TABLE residence (
    seq INTEGER NOT NULL,
    id VARCHAR(32) NOT NULL,
    resident_id VARCHAR(32) NOT NULL,
    kind VARCHAR(10) NOT NULL,
    address VARCHAR(200) NOT NULL,
    dwelling_id VARCHAR(32),
    basis VARCHAR(20) NOT NULL,
    since DATE,
    until DATE,
    version INTEGER NOT NULL,
    created_at VARCHAR(27) NOT NULL,
    created_by VARCHAR(120) NOT NULL,
    changed_at VARCHAR(27) NOT NULL,
    changed_by VARCHAR(120) NOT NULL,
    deleted_at VARCHAR(27),
    CONSTRAINT pk_residence PRIMARY KEY (seq),
    CONSTRAINT uq_residence_id UNIQUE (id),
    CONSTRAINT fk_residence_resident_id_resident FOREIGN KEY(resident_id) REFERENCES resident (id) ON DELETE CASCADE,
    CONSTRAINT fk_residence_dwelling_id_dwelling FOREIGN KEY(dwelling_id) REFERENCES dwelling (id)
)

CREATE INDEX ix_residence_resident_id ON residence (resident_id)

CREATE TABLE attachment (
    seq INTEGER NOT NULL,
    id VARCHAR(32) NOT NULL,
    resident_id VARCHAR(32) NOT NULL,
    name VARCHAR(200) NOT NULL,
    media_type VARCHAR(80) NOT NULL,
    size INTEGER NOT NULL,
    sha256 VARCHAR(64) NOT NULL,
    version INTEGER NOT NULL,
    created_at VARCHAR(27) NOT NULL,
    created_by VARCHAR(120) NOT NULL,
    changed_at VARCHAR(27) NOT NULL,
    changed_by VARCHAR(120) NOT NULL,
    deleted_at VARCHAR(27),
    CONSTRAINT pk_attachment PRIMARY KEY (seq),
    CONSTRAINT uq_attachment_id UNIQUE (id),
    CONSTRAINT fk_attachment_resident_id_resident FOREIGN KEY(resident_id) REFERENCES resident (id) ON DELETE CASCADE
)

CREATE INDEX ix_attachment_resident_id ON attachment (resident_id)

CREATE TABLE certificate_paper (
    certificate_id VARCHAR(32) NOT NULL,
    pdf BLOB NOT NULL,
    CONSTRAINT pk_certificate_paper PRIMARY KEY (certificate_id),
    CONSTRAINT fk_certificate_paper_certificate_id_certificate FOREIGN KEY(certificate_id) REFERENCES certificate (id) ON DELETE CASCADE
)

CREATE TABLE seal_use (
    seq INTEGER NOT NULL,
    id VARCHAR(32) NOT NULL,
    used_on DATE NOT NULL,
    certificate_id VARCHAR(32),
    number VARCHAR(60) NOT NULL,
    title VARCHAR(120) NOT NULL,
    holder VARCHAR(60) NOT NULL,
    purpose VARCHAR(200) NOT NULL,
    copies INTEGER NOT NULL,
    handled_by VARCHAR(60) NOT NULL,
    approved_by VARCHAR(60) NOT NULL,
    kept_by VARCHAR(60) NOT NULL,
    version INTEGER NOT NULL,
    created_at VARCHAR(27) NOT NULL,
    created_by VARCHAR(120) NOT NULL,
    changed_at VARCHAR(27) NOT NULL,
    changed_by VARCHAR(120) NOT NULL,
    deleted_at VARCHAR(27),
    CONSTRAINT pk_seal_use PRIMARY KEY (seq),
    CONSTRAINT uq_seal_use_id UNIQUE (id),
    CONSTRAINT fk_seal_use_certificate_id_certificate FOREIGN KEY(certificate_id) REFERENCES certificate (id)
)

CREATE INDEX ix_seal_use_used_on_seq ON seal_use (used_on, seq)

CREATE TABLE attachment_content (
    attachment_id VARCHAR(32) NOT NULL,
    content BLOB NOT NULL,
    CONSTRAINT pk_attachment_content PRIMARY KEY (attachment_id),
    CONSTRAINT fk_attachment_content_attachment_id_attachment FOREIGN KEY(attachment_id) REFERENCES attachment (id) ON DELETE CASCADE
)
