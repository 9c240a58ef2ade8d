-- Keys that take their secrets from places outside of the secret store. What they hold is never here, only its fingerprint.
create table key_source (
    workspace_id    uuid        not null,
    key_id          uuid        not null,
    -- The name under which the operator configures the place.
    source          text        not null,
    kind            text        not null,
    location        text        not null,
    -- Until the key has ended.
    in_use          boolean     not null,
    checked_at      timestamptz not null,
    -- Why the key can't have what is there.
    problem         text,
    taken           bytea       not null,
    -- What was there, could not be the key's, and is not tried again for a while.
    refused         bytea,
    refused_until   timestamptz,
    next_attempt_at timestamptz not null,
    claimed_until   timestamptz,
    fence           bigint      not null,
    primary key (workspace_id, key_id),
    foreign key (workspace_id, key_id) references api_key
);
create unique index key_source_once on key_source (workspace_id, source) where in_use;
create index key_source_due on key_source (next_attempt_at) where in_use;

alter table key_source enable row level security;
alter table key_source force row level security;
create policy own_workspace on key_source
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);
