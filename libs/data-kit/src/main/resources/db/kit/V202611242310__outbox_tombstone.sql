-- A row without a payload is a tombstone: it takes its aggregate off a compacted topic.
alter table outbox alter column payload drop not null;
