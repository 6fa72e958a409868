-- The newest mails of a server at home that has no mail server; see accounts.mail.
CREATE TABLE outbox_mail (
  id UUID PRIMARY KEY,
  recipient VARCHAR(254) NOT NULL,
  subject VARCHAR(200) NOT NULL,
  content VARCHAR(10000) NOT NULL,
  sent_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);

CREATE INDEX outbox_mail_by_time ON outbox_mail (sent_at, id);
