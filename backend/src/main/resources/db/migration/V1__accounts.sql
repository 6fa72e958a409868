CREATE TABLE account (
  id UUID PRIMARY KEY,
  email VARCHAR(254) NOT NULL,
  -- The e-mail in lower case: what makes two addresses the same on every database. It may be longer than the e-mail.
  email_key VARCHAR(800) NOT NULL CONSTRAINT account_email_key UNIQUE,
  name VARCHAR(80) NOT NULL,
  password_hash VARCHAR(160) NOT NULL,
  created_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
