CREATE TABLE item (
    seq INTEGER NOT NULL,
    id VARCHAR(32) NOT NULL,
    retired_on DATE,
    retired_reason TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at VARCHAR(27) NOT NULL,
    created_by VARCHAR(120) NOT NULL,
    changed_at VARCHAR(27) NOT NULL,
    changed_by VARCHAR(120) NOT NULL,
    deleted_at VARCHAR(27),
    CONSTRAINT pk_item PRIMARY KEY (seq),
    CONSTRAINT uq_item_id UNIQUE (id)
)

CREATE TABLE item_version (
    seq INTEGER NOT NULL,
    id VARCHAR(32) NOT NULL,
    item_id VARCHAR(32) NOT NULL,
    valid_from DATE NOT NULL,
    origin VARCHAR(10) NOT NULL,
    reason TEXT NOT NULL,
    contents TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at VARCHAR(27) NOT NULL,
    created_by VARCHAR(120) NOT NULL,
    changed_at VARCHAR(27) NOT NULL,
    changed_by VARCHAR(120) NOT NULL,
    deleted_at VARCHAR(27),
    CONSTRAINT pk_item_version PRIMARY KEY (seq),
    CONSTRAINT uq_item_version_id UNIQUE (id),
    CONSTRAINT fk_item_version_item_id_item FOREIGN KEY(item_id) REFERENCES item (id)
)

CREATE INDEX ix_item_version_item_id ON item_version (item_id)
