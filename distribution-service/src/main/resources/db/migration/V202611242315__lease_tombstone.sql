-- When an ended lease was taken off its topic; its tokens are gone since. The row stays: it says who held what.
alter table lease add column tombstoned_at timestamptz;
create index lease_to_tombstone on lease (ended_at) where ended_at is not null and tombstoned_at is null;
