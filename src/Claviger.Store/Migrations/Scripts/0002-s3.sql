CREATE TABLE buckets (
  id BIGINT NOT NULL PRIMARY KEY,
  account_id BIGINT NOT NULL REFERENCES accounts (id),
  name $text$ NOT NULL UNIQUE,
  region $text$ NOT NULL,
  created BIGINT NOT NULL,
  versioning $text$ NOT NULL,
  policy $text$,
  public_access_block BIGINT,
  ownership $text$,
  tags $text$ NOT NULL,
  cors $text$,
  lifecycle $text$,
  encryption $text$
)$rowless$;
CREATE INDEX buckets_by_account ON buckets (account_id, name);
CREATE INDEX buckets_by_lifecycle ON buckets (id) WHERE lifecycle IS NOT NULL;

-- The versions of objects, those of a key from the newest on. The key stands a second time where the version is what a listing shows:
-- a listing then passes over neither older versions nor delete markers.
CREATE TABLE objects (
  bucket_id BIGINT NOT NULL REFERENCES buckets (id),
  key $bytes$ NOT NULL,
  place BIGINT NOT NULL,
  current_key $bytes$,
  version_id $text$ NOT NULL,
  is_latest BIGINT NOT NULL,
  is_delete_marker BIGINT NOT NULL,
  modified BIGINT NOT NULL,
  size BIGINT NOT NULL,
  etag $text$ NOT NULL,
  storage_class $text$ NOT NULL,
  checksum_algorithm $text$,
  checksum_type $text$,
  checksum $text$,
  content $bytes$,
  upload_id $text$,
  part_count BIGINT NOT NULL,
  tags $text$ NOT NULL,
  headers $text$ NOT NULL,
  PRIMARY KEY (bucket_id, key, place)
)$rowless$;
CREATE INDEX objects_current ON objects (bucket_id, current_key) WHERE current_key IS NOT NULL;
CREATE INDEX objects_old_null ON objects (bucket_id, key) WHERE version_id = 'null' AND is_latest = 0;
CREATE UNIQUE INDEX objects_by_content ON objects (content) WHERE content IS NOT NULL;

CREATE TABLE uploads (
  bucket_id BIGINT NOT NULL REFERENCES buckets (id),
  key $bytes$ NOT NULL,
  id $text$ NOT NULL,
  initiated BIGINT NOT NULL,
  initiator_id $text$ NOT NULL,
  initiator_name $text$ NOT NULL,
  storage_class $text$ NOT NULL,
  checksum_algorithm $text$,
  checksum_type $text$,
  tags $text$ NOT NULL,
  headers $text$ NOT NULL,
  PRIMARY KEY (bucket_id, key, id)
)$rowless$;
CREATE INDEX uploads_by_time ON uploads (bucket_id, initiated);

-- The parts of uploads under way, and of the objects that were made of uploads.
CREATE TABLE parts (
  bucket_id BIGINT NOT NULL REFERENCES buckets (id),
  upload_id $text$ NOT NULL,
  number BIGINT NOT NULL,
  modified BIGINT NOT NULL,
  size BIGINT NOT NULL,
  etag $text$ NOT NULL,
  checksum $text$,
  content $bytes$,
  PRIMARY KEY (bucket_id, upload_id, number)
)$rowless$;
CREATE UNIQUE INDEX parts_by_content ON parts (content) WHERE content IS NOT NULL;
