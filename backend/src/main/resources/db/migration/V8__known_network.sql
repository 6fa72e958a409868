-- Where an account has been logged in: others who guess its password do not keep its owner out there.
CREATE TABLE known_network (
  account_id UUID NOT NULL REFERENCES account ON DELETE CASCADE,
  network VARCHAR(60) NOT NULL,
  seen_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  CONSTRAINT known_network_key PRIMARY KEY (account_id, network)
);

CREATE INDEX known_network_by_time ON known_network (seen_at);
