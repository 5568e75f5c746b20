-- A week's disputes are put in order, and a person's drifts found by date, without reading them.
CREATE INDEX disputes_week ON disputes (watch, last_at, ifnull(json_extract(dispute, '$.sure'), 0), id);
DROP INDEX disputes_drift;
CREATE INDEX disputes_drift ON disputes (watch, json_extract(dispute, '$.claim.speaker'), last_at)
    WHERE json_extract(dispute, '$.kind') = 'drift';
