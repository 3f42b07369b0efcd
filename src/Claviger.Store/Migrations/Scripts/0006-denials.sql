-- Why calls were denied, by the authorization id that ends the denial.
CREATE TABLE denials (
  id $text$ NOT NULL PRIMARY KEY,
  account_id BIGINT NOT NULL,
  at BIGINT NOT NULL,
  size BIGINT NOT NULL,
  content $bytes$ NOT NULL
);
CREATE INDEX denials_by_account ON denials (account_id, at, size);
CREATE INDEX denials_by_time ON denials (at, size);

-- The texts of the policies that took part, by their hash: most denials share them.
CREATE TABLE denial_policies (
  hash $text$ NOT NULL PRIMARY KEY,
  used BIGINT NOT NULL,
  size BIGINT NOT NULL,
  content $bytes$ NOT NULL
);
CREATE INDEX denial_policies_by_use ON denial_policies (used, size);
