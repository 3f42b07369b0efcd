-- Virtual MFA devices. One without "enabled" is nobody's yet; one without a user is the root user's.
CREATE TABLE mfa_devices (
  serial_key $text$ NOT NULL PRIMARY KEY,
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  serial $text$ NOT NULL,
  user_id $text$ REFERENCES users (id),
  enabled BIGINT,
  sealed_seed $bytes$ NOT NULL,
  used_step BIGINT NOT NULL,
  drift BIGINT NOT NULL,
  tags $text$ NOT NULL,
  created BIGINT NOT NULL
)$rowless$;
CREATE INDEX mfa_devices_by_account ON mfa_devices (account_id, serial);
CREATE INDEX mfa_devices_by_user ON mfa_devices (user_id) WHERE user_id IS NOT NULL;

CREATE TABLE ssh_public_keys (
  id $text$ NOT NULL PRIMARY KEY,
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  user_id $text$ NOT NULL REFERENCES users (id),
  body $text$ NOT NULL,
  fingerprint $text$ NOT NULL,
  active BIGINT NOT NULL,
  created BIGINT NOT NULL
)$rowless$;
CREATE INDEX ssh_public_keys_by_user ON ssh_public_keys (user_id, created, id);
CREATE INDEX ssh_public_keys_by_account ON ssh_public_keys (account_id);

-- One without a user is the root user's.
CREATE TABLE signing_certificates (
  id $text$ NOT NULL PRIMARY KEY,
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  user_id $text$ REFERENCES users (id),
  body $text$ NOT NULL,
  active BIGINT NOT NULL,
  created BIGINT NOT NULL
)$rowless$;
CREATE INDEX signing_certificates_by_user ON signing_certificates (account_id, user_id, created, id);

CREATE TABLE server_certificates (
  id $text$ NOT NULL PRIMARY KEY,
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  name $text$ NOT NULL,
  name_key $text$ NOT NULL,
  path $text$ NOT NULL,
  body $text$ NOT NULL,
  chain $text$,
  sealed_private_key $bytes$ NOT NULL,
  expires BIGINT NOT NULL,
  tags $text$ NOT NULL,
  created BIGINT NOT NULL,
  UNIQUE (account_id, name_key)
);

CREATE TABLE service_credentials (
  id $text$ NOT NULL PRIMARY KEY,
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  user_id $text$ NOT NULL REFERENCES users (id),
  service $text$ NOT NULL,
  alias $text$ NOT NULL,
  sealed_secret $bytes$ NOT NULL,
  active BIGINT NOT NULL,
  expires BIGINT,
  created BIGINT NOT NULL
)$rowless$;
CREATE INDEX service_credentials_by_user ON service_credentials (user_id, created, id);
CREATE INDEX service_credentials_by_account ON service_credentials (account_id, id);

-- Deletions of service-linked roles, for those who ask later what became of them.
CREATE TABLE role_deletions (
  id $text$ NOT NULL PRIMARY KEY,
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  created BIGINT NOT NULL
)$rowless$;
CREATE INDEX role_deletions_by_account ON role_deletions (account_id, created);

CREATE TABLE oidc_providers (
  arn $text$ NOT NULL PRIMARY KEY,
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  url $text$ NOT NULL,
  client_ids $text$ NOT NULL,
  thumbprints $text$ NOT NULL,
  tags $text$ NOT NULL,
  created BIGINT NOT NULL
)$rowless$;
CREATE INDEX oidc_providers_by_account ON oidc_providers (account_id, arn);

CREATE TABLE saml_providers (
  arn $text$ NOT NULL PRIMARY KEY,
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  id $text$ NOT NULL UNIQUE,
  metadata $text$ NOT NULL,
  valid_until BIGINT NOT NULL,
  tags $text$ NOT NULL,
  created BIGINT NOT NULL
);
CREATE INDEX saml_providers_by_account ON saml_providers (account_id, arn);

CREATE TABLE reports (
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  id $text$ NOT NULL,
  content $bytes$ NOT NULL,
  created BIGINT NOT NULL,
  PRIMARY KEY (account_id, id)
);
