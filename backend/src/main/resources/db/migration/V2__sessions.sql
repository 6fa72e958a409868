CREATE TABLE login_session (
  id UUID PRIMARY KEY,
  account_id UUID NOT NULL REFERENCES account ON DELETE CASCADE,
  created_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  expires_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);

CREATE INDEX login_session_of_account ON login_session (account_id);
CREATE INDEX login_session_by_expiry ON login_session (expires_at);
