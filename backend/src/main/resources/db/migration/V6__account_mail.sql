-- When somebody last proved that they read this account's mail; null: nobody has.
ALTER TABLE account ADD COLUMN email_confirmed_at TIMESTAMP(6) WITH TIME ZONE;

-- What a link in a mail admits to, once. Who reads the table has no link: it holds SHA-256 in base64url.
CREATE TABLE mail_token (
  hash VARCHAR(43) PRIMARY KEY,
  account_id UUID NOT NULL REFERENCES account ON DELETE CASCADE,
  purpose VARCHAR(20) NOT NULL,
  -- The address that the mail went to.
  email VARCHAR(254) NOT NULL,
  created_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  expires_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);

CREATE INDEX mail_token_of_account ON mail_token (account_id, created_at);
CREATE INDEX mail_token_by_expiry ON mail_token (expires_at);
