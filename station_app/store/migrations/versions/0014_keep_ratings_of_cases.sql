CREATE TABLE case_rating (
    seq INTEGER NOT NULL,
    id VARCHAR(32) NOT NULL,
    case_id VARCHAR(32) NOT NULL,
    level INTEGER NOT NULL,
    reasons TEXT NOT NULL,
    rated_on DATE NOT NULL,
    version INTEGER NOT NULL,
    created_at VARCHAR(27) NOT NULL,
    created_by VARCHAR(120) NOT NULL,
    changed_at VARCHAR(27) NOT NULL,
    changed_by VARCHAR(120) NOT NULL,
    deleted_at VARCHAR(27),
    CONSTRAINT pk_case_rating PRIMARY KEY (seq),
    CONSTRAINT uq_case_rating_id UNIQUE (id),
    CONSTRAINT fk_case_rating_case_id_window_case FOREIGN KEY(case_id) REFERENCES window_case (id) ON DELETE CASCADE
)

CREATE INDEX ix_case_rating_case_id ON case_rating (case_id)

CREATE INDEX ix_case_rating_rated_on_level ON case_rating (rated_on, level)

CREATE TABLE bad_rating (
    seq INTEGER NOT NULL,
    id VARCHAR(32) NOT NULL,
    case_id VARCHAR(32) NOT NULL,
    state VARCHAR(20) NOT NULL,
    rated_on DATE NOT NULL,
    contacted_on DATE,
    contact_note TEXT NOT NULL,
    finding VARCHAR(20) NOT NULL,
    judged_on DATE,
    cause TEXT NOT NULL,
    measure TEXT NOT NULL,
    corrected_on DATE,
    answer VARCHAR(20) NOT NULL,
    answer_note TEXT NOT NULL,
    answered_on DATE,
    version INTEGER NOT NULL,
    created_at VARCHAR(27) NOT NULL,
    created_by VARCHAR(120) NOT NULL,
    changed_at VARCHAR(27) NOT NULL,
    changed_by VARCHAR(120) NOT NULL,
    deleted_at VARCHAR(27),
    CONSTRAINT pk_bad_rating PRIMARY KEY (seq),
    CONSTRAINT uq_bad_rating_id UNIQUE (id),
    CONSTRAINT fk_bad_rating_case_id_window_case FOREIGN KEY(case_id) REFERENCES window_case (id) ON DELETE CASCADE
)

CREATE INDEX ix_bad_rating_case_id ON bad_rating (case_id)

CREATE INDEX ix_bad_rating_state_rated_on ON bad_rating (state, rated_on)

CREATE INDEX ix_window_case_assignee ON window_case (assignee)
