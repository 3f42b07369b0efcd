-- Instances: what they are found by in columns, the rest as JSON.
CREATE TABLE instances (
  id $text$ NOT NULL PRIMARY KEY,
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  region $text$ NOT NULL,
  host $text$ NOT NULL,
  state BIGINT NOT NULL,
  reservation_id $text$ NOT NULL,
  launch_index BIGINT NOT NULL,
  client_token $text$,
  private_address $text$,
  profile_id $text$,
  user_data $bytes$,
  details $text$ NOT NULL,
  launched BIGINT NOT NULL,
  ended BIGINT
)$rowless$;
CREATE INDEX instances_by_region ON instances (account_id, region, launched, reservation_id, launch_index);
CREATE INDEX instances_by_host ON instances (host, state);
CREATE INDEX instances_by_token ON instances (account_id, region, client_token) WHERE client_token IS NOT NULL;
CREATE INDEX instances_by_end ON instances (ended) WHERE ended IS NOT NULL;
CREATE UNIQUE INDEX instances_by_address ON instances (account_id, region, private_address) WHERE private_address IS NOT NULL;

-- The tags of all that EC2 has, one a row: their keys are told apart by case.
CREATE TABLE ec2_tags (
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  region $text$ NOT NULL,
  resource_id $text$ NOT NULL,
  resource_type $text$ NOT NULL,
  name $text$ NOT NULL,
  value $text$ NOT NULL,
  PRIMARY KEY (account_id, region, resource_id, name)
)$rowless$;

CREATE TABLE key_pairs (
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  region $text$ NOT NULL,
  name $text$ NOT NULL,
  id $text$ NOT NULL,
  kind $text$ NOT NULL,
  fingerprint $text$ NOT NULL,
  public_key $text$ NOT NULL,
  created BIGINT NOT NULL,
  PRIMARY KEY (account_id, region, name)
)$rowless$;
