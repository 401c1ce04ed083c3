ALTER TABLE window_case ADD COLUMN ordered_due DATE

CREATE TABLE case_order (
    seq INTEGER NOT NULL,
    id VARCHAR(32) NOT NULL,
    case_id VARCHAR(32) NOT NULL,
    source VARCHAR(20) NOT NULL,
    source_number VARCHAR(60) NOT NULL,
    plain_number VARCHAR(60) NOT NULL,
    received_on DATE NOT NULL,
    received_time VARCHAR(5) NOT NULL,
    kind VARCHAR(20) NOT NULL,
    category VARCHAR(40) NOT NULL,
    is_anonymous BOOLEAN NOT NULL,
    answer TEXT NOT NULL,
    answered_on DATE,
    is_reached BOOLEAN,
    is_solved BOOLEAN,
    level INTEGER,
    called_on DATE,
    call_note TEXT NOT NULL,
    extended_on DATE,
    extension TEXT NOT NULL,
    returned VARCHAR(20) NOT NULL,
    returned_on DATE,
    return_note TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at VARCHAR(27) NOT NULL,
    created_by VARCHAR(120) NOT NULL,
    changed_at VARCHAR(27) NOT NULL,
    changed_by VARCHAR(120) NOT NULL,
    deleted_at VARCHAR(27),
    CONSTRAINT pk_case_order PRIMARY KEY (seq),
    CONSTRAINT uq_case_order_id UNIQUE (id),
    CONSTRAINT fk_case_order_case_id_window_case FOREIGN KEY(case_id) REFERENCES window_case (id) ON DELETE CASCADE
)

CREATE INDEX ix_case_order_case_id ON case_order (case_id)

CREATE INDEX ix_case_order_plain_number ON case_order (plain_number)

CREATE INDEX ix_case_order_received_on ON case_order (received_on)

CREATE TABLE problem_entry (
    seq INTEGER NOT NULL,
    id VARCHAR(32) NOT NULL,
    period VARCHAR(10) NOT NULL,
    category VARCHAR(40) NOT NULL,
    place INTEGER NOT NULL,
    matters INTEGER NOT NULL,
    asked INTEGER NOT NULL,
    satisfied INTEGER NOT NULL,
    owner VARCHAR(60) NOT NULL,
    target TEXT NOT NULL,
    target_on DATE,
    result TEXT NOT NULL,
    done_on DATE,
    version INTEGER NOT NULL,
    created_at VARCHAR(27) NOT NULL,
    created_by VARCHAR(120) NOT NULL,
    changed_at VARCHAR(27) NOT NULL,
    changed_by VARCHAR(120) NOT NULL,
    deleted_at VARCHAR(27),
    CONSTRAINT pk_problem_entry PRIMARY KEY (seq),
    CONSTRAINT uq_problem_entry_id UNIQUE (id)
)

CREATE INDEX ix_problem_entry_period ON problem_entry (period)
