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
