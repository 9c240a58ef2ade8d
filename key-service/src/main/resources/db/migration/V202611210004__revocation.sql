-- One revocation per key, where it stands, and what each of its steps came to.
create table revocation (
    workspace_id    uuid        not null,
    key_id          uuid        not null,
    revocation_id   uuid        not null,
    state           text        not null,
    step            text        not null,
    forced          boolean     not null,
    -- Why it was asked for.
    purpose         text,
    -- Whether the provider has accepted the secret; only then does its refusal prove anything.
    seen_valid      boolean     not null,
    leases_affected integer     not null,
    -- Failed tries of the step under way.
    attempts        integer     not null,
    -- Why it does not go on.
    reason          text,
    step_since      timestamptz not null,
    next_attempt_at timestamptz not null,
    started_at      timestamptz not null,
    finished_at     timestamptz,
    -- Raised by whoever takes the work up; results under an older number are not kept.
    fence           bigint      not null,
    claimed_until   timestamptz,
    primary key (workspace_id, key_id),
    foreign key (workspace_id, key_id) references api_key
);
create index revocation_due on revocation (next_attempt_at) where state <> 'revoked';

create table revocation_step (
    workspace_id uuid not null,
    key_id       uuid not null,
    step         text not null,
    state        text not null,
    detail       text,
    changed_at   timestamptz,
    primary key (workspace_id, key_id, step),
    foreign key (workspace_id, key_id) references revocation
);

-- How many usable leases name a key first, as distribution-service tells.
create table key_lease (
    workspace_id uuid        not null,
    lease_id     uuid        not null,
    key_id       uuid        not null,
    expires_at   timestamptz not null,
    primary key (workspace_id, lease_id)
);
create index key_lease_key on key_lease (workspace_id, key_id, expires_at);

alter table revocation enable row level security;
alter table revocation force row level security;
create policy own_workspace on revocation
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);

alter table revocation_step enable row level security;
alter table revocation_step force row level security;
create policy own_workspace on revocation_step
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);

alter table key_lease enable row level security;
alter table key_lease force row level security;
create policy own_workspace on key_lease
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);
