CREATE TABLE task (
    seq INTEGER NOT NULL,
    id VARCHAR(32) NOT NULL,
    name VARCHAR(120) NOT NULL,
    department VARCHAR(120) NOT NULL,
    basis TEXT NOT NULL,
    document TEXT NOT NULL,
    list_type VARCHAR(20) NOT NULL,
    affair VARCHAR(20) NOT NULL,
    owner VARCHAR(20) NOT NULL,
    state VARCHAR(20) NOT NULL,
    received_on DATE,
    begins_on DATE,
    ends_on DATE,
    frequency VARCHAR(20) NOT NULL,
    due_on DATE,
    funding BIGINT NOT NULL,
    agreement TEXT NOT NULL,
    people TEXT NOT NULL,
    work TEXT NOT NULL,
    promise TEXT NOT NULL,
    appraisal TEXT NOT NULL,
    money TEXT NOT NULL,
    note TEXT NOT NULL,
    asked_on DATE,
    decided_on DATE,
    approval_no VARCHAR(120) NOT NULL,
    approved_by VARCHAR(120) NOT NULL,
    ground TEXT NOT NULL,
    ended_on DATE,
    version INTEGER NOT NULL,
    created_at VARCHAR(27) NOT NULL,
    created_by VARCHAR(120) NOT NULL,
    changed_at VARCHAR(27) NOT NULL,
    changed_by VARCHAR(120) NOT NULL,
    deleted_at VARCHAR(27),
    CONSTRAINT pk_task PRIMARY KEY (seq),
    CONSTRAINT uq_task_id UNIQUE (id)
)

CREATE INDEX ix_task_state_received_on ON task (state, received_on)

CREATE TABLE task_step (
    seq INTEGER NOT NULL,
    id VARCHAR(32) NOT NULL,
    task_id VARCHAR(32) NOT NULL,
    event VARCHAR(20) NOT NULL,
    "before" VARCHAR(20) NOT NULL,
    "after" VARCHAR(20) NOT NULL,
    note TEXT NOT NULL,
    happened_on DATE NOT NULL,
    minutes INTEGER NOT NULL,
    at VARCHAR(27) NOT NULL,
    "by" VARCHAR(120) NOT NULL,
    CONSTRAINT pk_task_step PRIMARY KEY (seq),
    CONSTRAINT uq_task_step_id UNIQUE (id),
    CONSTRAINT fk_task_step_task_id_task FOREIGN KEY(task_id) REFERENCES task (id) ON DELETE CASCADE
)

CREATE INDEX ix_task_step_task_id ON task_step (task_id)

CREATE TABLE burden (
    seq INTEGER NOT NULL,
    id VARCHAR(32) NOT NULL,
    kind VARCHAR(20) NOT NULL,
    name VARCHAR(120) NOT NULL,
    department VARCHAR(120) NOT NULL,
    form TEXT NOT NULL,
    frequency VARCHAR(20) NOT NULL,
    made_from TEXT NOT NULL,
    happened_on DATE,
    minutes INTEGER NOT NULL,
    fate VARCHAR(20) NOT NULL,
    note TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at VARCHAR(27) NOT NULL,
    created_by VARCHAR(120) NOT NULL,
    changed_at VARCHAR(27) NOT NULL,
    changed_by VARCHAR(120) NOT NULL,
    deleted_at VARCHAR(27),
    CONSTRAINT pk_burden PRIMARY KEY (seq),
    CONSTRAINT uq_burden_id UNIQUE (id)
)

CREATE INDEX ix_burden_kind_name ON burden (kind, name)

CREATE TABLE rule_pack (
    seq INTEGER NOT NULL,
    id VARCHAR(32) NOT NULL,
    name VARCHAR(120) NOT NULL,
    contents TEXT NOT NULL,
    is_chosen BOOLEAN NOT NULL,
    version INTEGER NOT NULL,
    created_at VARCHAR(27) NOT NULL,
    created_by VARCHAR(120) NOT NULL,
    changed_at VARCHAR(27) NOT NULL,
    changed_by VARCHAR(120) NOT NULL,
    deleted_at VARCHAR(27),
    CONSTRAINT pk_rule_pack PRIMARY KEY (seq),
    CONSTRAINT uq_rule_pack_id UNIQUE (id)
)

CREATE TABLE refusal_office (
    seq INTEGER NOT NULL,
    id VARCHAR(32) NOT NULL,
    name VARCHAR(120) NOT NULL,
    local_name VARCHAR(120) NOT NULL,
    address VARCHAR(200) NOT NULL,
    phone VARCHAR(60) NOT NULL,
    hours VARCHAR(120) NOT NULL,
    version INTEGER NOT NULL,
    created_at VARCHAR(27) NOT NULL,
    created_by VARCHAR(120) NOT NULL,
    changed_at VARCHAR(27) NOT NULL,
    changed_by VARCHAR(120) NOT NULL,
    deleted_at VARCHAR(27),
    CONSTRAINT pk_refusal_office PRIMARY KEY (seq),
    CONSTRAINT uq_refusal_office_id UNIQUE (id)
)
