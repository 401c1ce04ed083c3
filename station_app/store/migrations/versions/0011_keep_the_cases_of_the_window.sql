CREATE TABLE window_case (
    seq INTEGER NOT NULL,
    id VARCHAR(32) NOT NULL,
    number VARCHAR(40) NOT NULL,
    state VARCHAR(20) NOT NULL,
    item_id VARCHAR(32) NOT NULL,
    version_id VARCHAR(32) NOT NULL,
    item VARCHAR(120) NOT NULL,
    affair VARCHAR(20) NOT NULL,
    responsible VARCHAR(120) NOT NULL,
    channel VARCHAR(20) NOT NULL,
    resident_id VARCHAR(32),
    applicant VARCHAR(120) NOT NULL,
    document_kind VARCHAR(30) NOT NULL,
    document VARCHAR(60) NOT NULL,
    phone VARCHAR(60) NOT NULL,
    agent_name VARCHAR(120) NOT NULL,
    agent_document_kind VARCHAR(30) NOT NULL,
    agent_document VARCHAR(60) NOT NULL,
    agent_relation VARCHAR(60) NOT NULL,
    agent_phone VARCHAR(60) NOT NULL,
    agent_proof VARCHAR(60) NOT NULL,
    visited_at VARCHAR(120) NOT NULL,
    details TEXT NOT NULL,
    assignee VARCHAR(60) NOT NULL,
    grid_id VARCHAR(32),
    office VARCHAR(40) NOT NULL,
    ticks TEXT NOT NULL,
    told TEXT NOT NULL,
    promise TEXT NOT NULL,
    received_on DATE,
    accepted_on DATE,
    began_on DATE,
    stops TEXT NOT NULL,
    promised_due DATE,
    legal_due DATE,
    due_on DATE,
    is_provisional BOOLEAN NOT NULL,
    is_stopped BOOLEAN NOT NULL,
    published_until DATE,
    result VARCHAR(20) NOT NULL,
    result_note TEXT NOT NULL,
    closed_on DATE,
    notified_on DATE,
    collected_by VARCHAR(60) NOT NULL,
    version INTEGER NOT NULL,
    created_at VARCHAR(27) NOT NULL,
    created_by VARCHAR(120) NOT NULL,
    changed_at VARCHAR(27) NOT NULL,
    changed_by VARCHAR(120) NOT NULL,
    deleted_at VARCHAR(27),
    CONSTRAINT pk_window_case PRIMARY KEY (seq),
    CONSTRAINT uq_window_case_id UNIQUE (id),
    CONSTRAINT fk_window_case_item_id_item FOREIGN KEY(item_id) REFERENCES item (id),
    CONSTRAINT fk_window_case_version_id_item_version FOREIGN KEY(version_id) REFERENCES item_version (id),
    CONSTRAINT fk_window_case_resident_id_resident FOREIGN KEY(resident_id) REFERENCES resident (id),
    CONSTRAINT fk_window_case_grid_id_grid FOREIGN KEY(grid_id) REFERENCES grid (id)
)

CREATE INDEX ix_window_case_grid_id ON window_case (grid_id)

CREATE INDEX ix_window_case_listed ON window_case (state, due_on, assignee, channel, affair, item_id, office, grid_id, is_stopped, deleted_at, resident_id, number, applicant, item, agent_name, id)

CREATE INDEX ix_window_case_number ON window_case (number)

CREATE INDEX ix_window_case_resident_id ON window_case (resident_id)

CREATE TABLE case_step (
    seq INTEGER NOT NULL,
    id VARCHAR(32) NOT NULL,
    case_id VARCHAR(32) NOT NULL,
    number INTEGER NOT NULL,
    follows VARCHAR(32) NOT NULL,
    event VARCHAR(20) NOT NULL,
    "before" VARCHAR(20) NOT NULL,
    "after" VARCHAR(20) NOT NULL,
    reason TEXT NOT NULL,
    to_whom VARCHAR(120) NOT NULL,
    at VARCHAR(27) NOT NULL,
    "by" VARCHAR(120) NOT NULL,
    CONSTRAINT pk_case_step PRIMARY KEY (seq),
    CONSTRAINT uq_case_step_id UNIQUE (id),
    CONSTRAINT fk_case_step_case_id_window_case FOREIGN KEY(case_id) REFERENCES window_case (id) ON DELETE CASCADE
)

CREATE INDEX ix_case_step_case_id_number ON case_step (case_id, number)
