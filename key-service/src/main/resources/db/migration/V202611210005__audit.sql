-- The audit log: per workspace a sequence without gaps, each entry holding the hash of the one before.
create table audit_entry (
    workspace_id  uuid        not null,
    seq           bigint      not null,
    entry_id      uuid        not null,
    at            timestamptz not null,
    actor         text        not null,
    actor_id      text        not null,
    action        text        not null,
    target_type   text        not null,
    target        text,
    result        text        not null,
    source        text,
    details       jsonb       not null,
    previous_hash bytea       not null,
    hash          bytea       not null,
    primary key (workspace_id, seq)
);

-- The end of each workspace's chain; its row lock lets one writer at a time add to it.
create table audit_head (
    workspace_id uuid   not null primary key,
    seq          bigint not null,
    hash         bytea  not null
);

alter table audit_entry enable row level security;
alter table audit_entry force row level security;
create policy own_workspace on audit_entry
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);

alter table audit_head enable row level security;
alter table audit_head force row level security;
create policy own_workspace on audit_head
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);
