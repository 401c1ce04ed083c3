DROP INDEX ix_window_case_listed

CREATE INDEX ix_window_case_listed ON window_case (deleted_at, state, assignee, channel, item_id, affair, office, due_on, is_stopped, grid_id, resident_id, number, applicant, item, agent_name, id)

CREATE INDEX ix_window_case_latest ON window_case (deleted_at, seq, state, id)
