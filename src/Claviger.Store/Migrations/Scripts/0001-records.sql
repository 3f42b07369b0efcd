CREATE TABLE facts (
  name $text$ NOT NULL PRIMARY KEY,
  value $bytes$ NOT NULL
)$rowless$;

CREATE TABLE key_ring (
  id $text$ NOT NULL PRIMARY KEY,
  state $text$ NOT NULL,
  wrapped $bytes$ NOT NULL,
  created BIGINT NOT NULL
)$rowless$;

CREATE TABLE accounts (
  id BIGINT NOT NULL PRIMARY KEY,
  revision BIGINT NOT NULL,
  audit_sequence BIGINT NOT NULL,
  audit_hash $bytes$ NOT NULL,
  name $text$ NOT NULL,
  root_email $text$ NOT NULL,
  root_email_key $text$ NOT NULL UNIQUE,
  root_password_hash $text$,
  canonical_user_id $text$ NOT NULL UNIQUE,
  alias $text$ UNIQUE,
  password_policy $text$,
  quotas $text$ NOT NULL,
  settings $text$ NOT NULL,
  created BIGINT NOT NULL
)$rowless$;

-- The account of what belongs to the deployment as a whole.
INSERT INTO accounts (id, revision, audit_sequence, audit_hash, name, root_email, root_email_key, canonical_user_id, quotas, settings, created)
VALUES (0, 0, 0, $zerohash$, '', '', '', '', '{}', '{}', 0);

CREATE TABLE changes (
  account_id BIGINT NOT NULL,
  revision BIGINT NOT NULL,
  kind $text$ NOT NULL,
  id $text$ NOT NULL,
  at BIGINT NOT NULL,$transaction$
  PRIMARY KEY (account_id, revision, kind, id)
)$rowless$;
CREATE INDEX changes_by_time ON changes (at);
$transactionindex$

-- How many entities of a kind an account has: a quota must not cost a count of them.
CREATE TABLE entity_counts (
  account_id BIGINT NOT NULL,
  kind $text$ NOT NULL,
  entities BIGINT NOT NULL,
  PRIMARY KEY (account_id, kind)
)$rowless$;

CREATE TABLE users (
  id $text$ NOT NULL PRIMARY KEY,
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  name $text$ NOT NULL,
  name_key $text$ NOT NULL,
  path $text$ NOT NULL,
  boundary $text$,
  tags $text$ NOT NULL,
  created BIGINT NOT NULL,
  UNIQUE (account_id, name_key)
)$rowless$;
CREATE INDEX users_by_boundary ON users (account_id, boundary, id) WHERE boundary IS NOT NULL;

CREATE TABLE groups (
  id $text$ NOT NULL PRIMARY KEY,
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  name $text$ NOT NULL,
  name_key $text$ NOT NULL,
  path $text$ NOT NULL,
  created BIGINT NOT NULL,
  UNIQUE (account_id, name_key)
)$rowless$;

CREATE TABLE memberships (
  account_id BIGINT NOT NULL,
  group_id $text$ NOT NULL REFERENCES groups (id),
  user_id $text$ NOT NULL REFERENCES users (id),
  PRIMARY KEY (group_id, user_id)
)$rowless$;
CREATE INDEX memberships_by_user ON memberships (user_id, group_id);
CREATE INDEX memberships_by_account ON memberships (account_id);

CREATE TABLE roles (
  id $text$ NOT NULL PRIMARY KEY,
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  name $text$ NOT NULL,
  name_key $text$ NOT NULL,
  path $text$ NOT NULL,
  trust_policy $text$ NOT NULL,
  description $text$,
  max_session_seconds BIGINT NOT NULL,
  boundary $text$,
  tags $text$ NOT NULL,
  created BIGINT NOT NULL,
  UNIQUE (account_id, name_key)
)$rowless$;
CREATE INDEX roles_by_boundary ON roles (account_id, boundary, id) WHERE boundary IS NOT NULL;

CREATE TABLE instance_profiles (
  id $text$ NOT NULL PRIMARY KEY,
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  name $text$ NOT NULL,
  name_key $text$ NOT NULL,
  path $text$ NOT NULL,
  role_id $text$ REFERENCES roles (id),
  tags $text$ NOT NULL,
  created BIGINT NOT NULL,
  UNIQUE (account_id, name_key)
)$rowless$;
CREATE INDEX instance_profiles_by_role ON instance_profiles (role_id, name_key) WHERE role_id IS NOT NULL;

CREATE TABLE policies (
  id $text$ NOT NULL PRIMARY KEY,
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  name $text$ NOT NULL,
  name_key $text$ NOT NULL,
  path $text$ NOT NULL,
  arn $text$ NOT NULL UNIQUE,
  description $text$,
  default_version BIGINT NOT NULL,
  next_version BIGINT NOT NULL,
  tags $text$ NOT NULL,
  created BIGINT NOT NULL,
  updated BIGINT NOT NULL,
  UNIQUE (account_id, name_key)
)$rowless$;

CREATE TABLE policy_versions (
  policy_id $text$ NOT NULL REFERENCES policies (id),
  number BIGINT NOT NULL,
  account_id BIGINT NOT NULL,
  document $text$ NOT NULL,
  created BIGINT NOT NULL,
  PRIMARY KEY (policy_id, number)
);
CREATE INDEX policy_versions_by_account ON policy_versions (account_id);

CREATE TABLE inline_policies (
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  entity_id $text$ NOT NULL,
  name $text$ NOT NULL,
  name_key $text$ NOT NULL,
  document $text$ NOT NULL,
  PRIMARY KEY (account_id, entity_id, name_key)
);

CREATE TABLE attachments (
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  entity_id $text$ NOT NULL,
  policy_arn $text$ NOT NULL,
  PRIMARY KEY (account_id, entity_id, policy_arn)
)$rowless$;
CREATE INDEX attachments_by_policy ON attachments (account_id, policy_arn, entity_id);

CREATE TABLE access_keys (
  id $text$ NOT NULL PRIMARY KEY,
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  user_id $text$ REFERENCES users (id),
  sealed_secret $bytes$ NOT NULL,
  active BIGINT NOT NULL,
  created BIGINT NOT NULL
)$rowless$;
CREATE INDEX access_keys_by_user ON access_keys (account_id, user_id, created, id);

CREATE TABLE login_profiles (
  user_id $text$ NOT NULL PRIMARY KEY REFERENCES users (id),
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  password_hash $text$ NOT NULL,
  history $text$ NOT NULL,
  reset_required BIGINT NOT NULL,
  created BIGINT NOT NULL,
  changed BIGINT NOT NULL
)$rowless$;
CREATE INDEX login_profiles_by_account ON login_profiles (account_id);

-- When each access key, password and role was last used. No feed row.
CREATE TABLE last_used (
  account_id BIGINT NOT NULL,
  id $text$ NOT NULL,
  at BIGINT NOT NULL,
  service $text$,
  region $text$,
  PRIMARY KEY (account_id, id)
)$rowless$;

CREATE TABLE service_last_used (
  account_id BIGINT NOT NULL,
  entity_id $text$ NOT NULL,
  service $text$ NOT NULL,
  action $text$ NOT NULL,
  at BIGINT NOT NULL,
  region $text$ NOT NULL,
  PRIMARY KEY (account_id, entity_id, service, action)
)$rowless$;

-- One row a write, chained within its account.
CREATE TABLE audit_events (
  account_id BIGINT NOT NULL,
  sequence BIGINT NOT NULL,
  at BIGINT NOT NULL,
  day BIGINT NOT NULL,
  size BIGINT NOT NULL,
  content $bytes$ NOT NULL,
  hash $bytes$ NOT NULL,
  PRIMARY KEY (account_id, sequence)
);
CREATE INDEX audit_events_by_day ON audit_events (day, account_id, sequence, size);
CREATE INDEX audit_events_by_time ON audit_events (account_id, at, sequence);

-- Compressed events of reads, denials and failures, of all accounts, in one chain.
CREATE TABLE audit_blocks (
  sequence BIGINT NOT NULL PRIMARY KEY,
  at BIGINT NOT NULL,
  day BIGINT NOT NULL,
  size BIGINT NOT NULL,
  content $bytes$ NOT NULL,
  hash $bytes$ NOT NULL
);
CREATE INDEX audit_blocks_by_day ON audit_blocks (day, sequence, size);
CREATE INDEX audit_blocks_by_time ON audit_blocks (at, sequence);

CREATE TABLE audit_block_chain (
  id BIGINT NOT NULL PRIMARY KEY,
  sequence BIGINT NOT NULL,
  hash $bytes$ NOT NULL
);
INSERT INTO audit_block_chain (id, sequence, hash) VALUES (0, 0, $zerohash$);
