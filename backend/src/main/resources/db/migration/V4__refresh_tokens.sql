-- The sessions of earlier versions cannot be refreshed: everybody logs in once more.
DROP TABLE login_session;

CREATE TABLE login_session (
  id UUID PRIMARY KEY,
  account_id UUID NOT NULL REFERENCES account ON DELETE CASCADE,
  created_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  last_used_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  expires_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  -- What its owner knows it by.
  browser VARCHAR(60) NOT NULL,
  operating_system VARCHAR(60) NOT NULL,
  address VARCHAR(60) NOT NULL
);

CREATE INDEX login_session_of_account ON login_session (account_id, last_used_at);
CREATE INDEX login_session_by_expiry ON login_session (expires_at);

CREATE TABLE refresh_token (
  -- SHA-256 in base64url: who reads the table has no token.
  hash VARCHAR(43) PRIMARY KEY,
  session_id UUID NOT NULL REFERENCES login_session ON DELETE CASCADE,
  issued_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  -- How many refreshes came before it.
  generation INT NOT NULL,
  -- Kept after its use, so that a second one is noticed.
  used_at TIMESTAMP(6) WITH TIME ZONE
);

CREATE INDEX refresh_token_of_session ON refresh_token (session_id, generation);
CREATE INDEX refresh_token_by_age ON refresh_token (issued_at);
