-- What of each chain was anchored outside of this database, and when. Nothing that is proved rests on it.
alter table audit_head
    add column anchored_seq bigint      not null default 0,
    add column anchored_at  timestamptz not null default 'epoch';

-- Who did things, and when things were done, without reading the whole log.
create index audit_entry_actor on audit_entry (workspace_id, actor, seq);
create index audit_entry_at on audit_entry (workspace_id, at);
