-- A row for each budget of attempts that is not full; see web.throttling.
CREATE TABLE throttle (
  id VARCHAR(43) PRIMARY KEY,
  -- In milliseconds since 1970: when it is full again.
  full_at BIGINT NOT NULL
);

CREATE INDEX throttle_by_time ON throttle (full_at);
