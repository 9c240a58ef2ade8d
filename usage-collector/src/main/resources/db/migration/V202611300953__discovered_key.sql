-- What the last look for keys found, without their secrets: those are read anew when one is imported.
create table discovered_key (
    workspace_id uuid        not null,
    fingerprint  text        not null,
    provider     text        not null,
    masked       text        not null,
    sources      jsonb       not null,
    found_at     timestamptz not null,
    key_id       uuid,
    key_name     text,
    result       text        not null,
    message      text,
    primary key (workspace_id, fingerprint)
);

alter table discovered_key enable row level security;
alter table discovered_key force row level security;
create policy own_workspace on discovered_key
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);
