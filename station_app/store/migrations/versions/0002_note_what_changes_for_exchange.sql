CREATE TABLE sync_area (
    n INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    CONSTRAINT pk_sync_area PRIMARY KEY (n),
    CONSTRAINT uq_sync_area_key UNIQUE ("key")
)

CREATE TABLE sync_aside (
    tbl INTEGER NOT NULL,
    "row" TEXT NOT NULL,
    record TEXT NOT NULL,
    waiting INTEGER NOT NULL,
    CONSTRAINT pk_sync_aside PRIMARY KEY (tbl, "row")
)
 WITHOUT ROWID

CREATE INDEX ix_sync_aside_waiting ON sync_aside (tbl, "row") WHERE waiting = 1

CREATE TABLE sync_cell (
    tbl INTEGER NOT NULL,
    "row" TEXT NOT NULL,
    col INTEGER NOT NULL,
    site INTEGER NOT NULL,
    ver INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    ctx INTEGER NOT NULL,
    lseq INTEGER NOT NULL,
    CONSTRAINT pk_sync_cell PRIMARY KEY (tbl, "row", col)
)
 WITHOUT ROWID

CREATE INDEX ix_sync_cell_lseq ON sync_cell (lseq)

CREATE TABLE sync_clock (
    id INTEGER NOT NULL,
    site INTEGER NOT NULL,
    counter INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    ctx INTEGER NOT NULL,
    hush INTEGER NOT NULL,
    CONSTRAINT pk_sync_clock PRIMARY KEY (id)
)

CREATE TABLE sync_conflict (
    id TEXT NOT NULL,
    tbl INTEGER NOT NULL,
    "row" TEXT NOT NULL,
    col INTEGER NOT NULL,
    is_deletion INTEGER NOT NULL,
    a_site INTEGER NOT NULL,
    a_ver INTEGER NOT NULL,
    a_hlc INTEGER NOT NULL,
    a_ctx INTEGER NOT NULL,
    a_value BLOB,
    b_site INTEGER NOT NULL,
    b_ver INTEGER NOT NULL,
    b_hlc INTEGER NOT NULL,
    b_ctx INTEGER NOT NULL,
    b_value BLOB,
    lseq INTEGER NOT NULL,
    closed INTEGER DEFAULT 0 NOT NULL,
    CONSTRAINT pk_sync_conflict PRIMARY KEY (id)
)
 WITHOUT ROWID

CREATE INDEX ix_sync_conflict_lseq ON sync_conflict (lseq)

CREATE INDEX ix_sync_conflict_row ON sync_conflict (tbl, "row", col)

CREATE TABLE sync_device (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    signing BLOB NOT NULL,
    sealing BLOB NOT NULL,
    scope TEXT NOT NULL,
    state TEXT NOT NULL,
    segment INTEGER NOT NULL,
    enrolled_at TEXT,
    expires_on TEXT,
    CONSTRAINT pk_sync_device PRIMARY KEY (id)
)

CREATE TABLE sync_evict (
    tbl INTEGER NOT NULL,
    "row" TEXT NOT NULL,
    CONSTRAINT pk_sync_evict PRIMARY KEY (tbl, "row")
)
 WITHOUT ROWID

CREATE TABLE sync_extra (
    tbl TEXT NOT NULL,
    "row" TEXT NOT NULL,
    col TEXT NOT NULL,
    value BLOB,
    life INTEGER,
    site INTEGER NOT NULL,
    ver INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    ctx INTEGER NOT NULL,
    lseq INTEGER NOT NULL,
    CONSTRAINT pk_sync_extra PRIMARY KEY (tbl, "row", col)
)
 WITHOUT ROWID

CREATE INDEX ix_sync_extra_lseq ON sync_extra (lseq)

CREATE TABLE sync_file (
    sha256 TEXT NOT NULL,
    direction TEXT NOT NULL,
    device TEXT NOT NULL,
    site TEXT NOT NULL,
    number INTEGER NOT NULL,
    base INTEGER NOT NULL,
    top INTEGER NOT NULL,
    at TEXT NOT NULL,
    "by" TEXT NOT NULL,
    name TEXT NOT NULL,
    state TEXT NOT NULL,
    counts TEXT NOT NULL,
    lseq INTEGER NOT NULL,
    CONSTRAINT pk_sync_file PRIMARY KEY (sha256)
)

CREATE INDEX ix_sync_file_at ON sync_file (at)

CREATE INDEX ix_sync_file_number ON sync_file (direction, device, site, number)

CREATE TABLE sync_got (
    site INTEGER NOT NULL,
    upto INTEGER NOT NULL,
    CONSTRAINT pk_sync_got PRIMARY KEY (site)
)

CREATE TABLE sync_held (
    device TEXT NOT NULL,
    tbl INTEGER NOT NULL,
    "row" TEXT NOT NULL,
    since INTEGER NOT NULL,
    until INTEGER,
    CONSTRAINT pk_sync_held PRIMARY KEY (device, tbl, "row")
)
 WITHOUT ROWID

CREATE TABLE sync_known (
    site INTEGER NOT NULL,
    ctx INTEGER NOT NULL,
    "of" INTEGER NOT NULL,
    ver INTEGER NOT NULL,
    CONSTRAINT pk_sync_known PRIMARY KEY (site, ctx, "of")
)
 WITHOUT ROWID

CREATE TABLE sync_own (
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    CONSTRAINT pk_sync_own PRIMARY KEY (name)
)

CREATE TABLE sync_peer (
    device TEXT NOT NULL,
    site INTEGER DEFAULT 0 NOT NULL,
    acked INTEGER DEFAULT 0 NOT NULL,
    sent INTEGER DEFAULT 0 NOT NULL,
    sent_sha256 TEXT DEFAULT '' NOT NULL,
    sent_at TEXT,
    sent_top INTEGER,
    got INTEGER DEFAULT 0 NOT NULL,
    got_sha256 TEXT DEFAULT '' NOT NULL,
    got_at TEXT,
    told INTEGER DEFAULT 0 NOT NULL,
    sums TEXT DEFAULT '[]' NOT NULL,
    CONSTRAINT pk_sync_peer PRIMARY KEY (device)
)

CREATE TABLE sync_peer_known (
    device TEXT NOT NULL,
    site INTEGER NOT NULL,
    ver INTEGER NOT NULL,
    CONSTRAINT pk_sync_peer_known PRIMARY KEY (device, site)
)
 WITHOUT ROWID

CREATE TABLE sync_row (
    tbl INTEGER NOT NULL,
    "row" TEXT NOT NULL,
    life INTEGER NOT NULL,
    site INTEGER NOT NULL,
    ver INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    ctx INTEGER NOT NULL,
    lseq INTEGER NOT NULL,
    bsite INTEGER,
    bver INTEGER,
    bhlc INTEGER,
    bctx INTEGER,
    area INTEGER DEFAULT 0 NOT NULL,
    moved INTEGER DEFAULT 0 NOT NULL,
    digest INTEGER,
    CONSTRAINT pk_sync_row PRIMARY KEY (tbl, "row")
)
 WITHOUT ROWID

CREATE INDEX ix_sync_row_area ON sync_row (area) WHERE area > 0

CREATE INDEX ix_sync_row_lseq ON sync_row (lseq)

CREATE INDEX ix_sync_row_moved ON sync_row (moved) WHERE moved > 0

CREATE TABLE sync_site (
    n INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    device TEXT DEFAULT '' NOT NULL,
    CONSTRAINT pk_sync_site PRIMARY KEY (n),
    CONSTRAINT uq_sync_site_key UNIQUE ("key")
)

CREATE TABLE sync_sum (
    tbl INTEGER NOT NULL,
    area INTEGER NOT NULL,
    rows INTEGER NOT NULL,
    digest INTEGER NOT NULL,
    CONSTRAINT pk_sync_sum PRIMARY KEY (tbl, area)
)
 WITHOUT ROWID

CREATE TABLE sync_taken (
    sha256 TEXT NOT NULL,
    tbl INTEGER NOT NULL,
    "row" TEXT NOT NULL,
    record TEXT,
    CONSTRAINT pk_sync_taken PRIMARY KEY (sha256, tbl, "row")
)
 WITHOUT ROWID

CREATE TABLE sync_vector (
    site INTEGER NOT NULL,
    ver INTEGER NOT NULL,
    CONSTRAINT pk_sync_vector PRIMARY KEY (site)
)

DROP INDEX ix_estate_name

CREATE INDEX ix_estate_name ON estate (name) WHERE deleted_at IS NULL

DROP INDEX ix_building_estate_id_name

CREATE INDEX ix_building_estate_id_name ON building (estate_id, name) WHERE deleted_at IS NULL

DROP INDEX ix_dwelling_building_id_door_unit_room

CREATE INDEX ix_dwelling_building_id_door_unit_room ON dwelling (building_id, door, unit, room) WHERE deleted_at IS NULL

CREATE TABLE certificate_anew (
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
    CONSTRAINT uq_certificate_id UNIQUE (id),
    CONSTRAINT fk_certificate_resident_id_resident FOREIGN KEY(resident_id) REFERENCES resident (id),
    CONSTRAINT fk_certificate_replaces_id_certificate FOREIGN KEY(replaces_id) REFERENCES certificate (id)
)

INSERT INTO certificate_anew (
    seq, id, kind, number, word, year, serial, resident_id, holder, state, purpose, addressee,
    facts, issued_on, handled_by, approved_by, copies, sha256, replaces_id, reason, version,
    created_at, created_by, changed_at, changed_by, deleted_at)
SELECT
    seq, id, kind, number, word, year, serial, resident_id, holder, state, purpose, addressee,
    facts, issued_on, handled_by, approved_by, copies, sha256, replaces_id, reason, version,
    created_at, created_by, changed_at, changed_by, deleted_at
FROM certificate

DROP TABLE certificate

ALTER TABLE certificate_anew RENAME TO certificate

CREATE INDEX ix_certificate_issued_on_seq ON certificate (issued_on, seq)

CREATE INDEX ix_certificate_resident_id ON certificate (resident_id)

CREATE INDEX ix_certificate_number ON certificate (number)

CREATE INDEX ix_certificate_word_year_serial ON certificate (word, year, serial)

CREATE INDEX ix_residence_dwelling_id ON residence (dwelling_id)

CREATE INDEX ix_seal_use_certificate_id ON seal_use (certificate_id)

CREATE INDEX ix_certificate_replaces_id ON certificate (replaces_id)

CREATE INDEX ix_building_estate_id ON building (estate_id)
