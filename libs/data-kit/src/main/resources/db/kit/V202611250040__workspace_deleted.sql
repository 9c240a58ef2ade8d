-- A workspace that is deleted stays as a row, so that its slug is never used again.
alter table workspace add column deleted_at timestamptz;
