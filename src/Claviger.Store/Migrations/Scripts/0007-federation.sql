-- What encrypted assertions of a SAML provider are opened with, and whether others are taken; null where it was not said.
ALTER TABLE saml_providers ADD COLUMN encryption_mode $text$;

CREATE TABLE saml_keys (
  id $text$ NOT NULL PRIMARY KEY,
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  provider_arn $text$ NOT NULL REFERENCES saml_providers (arn),
  sealed_private_key $bytes$ NOT NULL,
  created BIGINT NOT NULL
);
CREATE INDEX saml_keys_by_provider ON saml_keys (provider_arn, created, id);
CREATE INDEX saml_keys_by_account ON saml_keys (account_id);

-- The issuer of an account's own tokens, once it was switched on. Its id is part of its address, which anybody may ask for its keys.
CREATE TABLE token_issuers (
  account_id BIGINT NOT NULL PRIMARY KEY REFERENCES accounts (id),
  id $text$ NOT NULL UNIQUE,
  enabled BIGINT NOT NULL,
  published_keys $text$ NOT NULL,
  sealed_private_keys $bytes$ NOT NULL,
  created BIGINT NOT NULL
);
