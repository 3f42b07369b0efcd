-- Who is signed in to the console. No feed row: a session is read anew at every request.
CREATE TABLE console_sessions (
  id $text$ NOT NULL PRIMARY KEY,
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  user_id $text$,
  password_stamp $text$ NOT NULL,
  owes_mfa BIGINT NOT NULL,
  mfa_at BIGINT,
  address $text$,
  user_agent $text$,
  created BIGINT NOT NULL,
  expires BIGINT NOT NULL
)$rowless$;
CREATE INDEX console_sessions_by_account ON console_sessions (account_id, user_id, created);
CREATE INDEX console_sessions_by_expiry ON console_sessions (expires);
