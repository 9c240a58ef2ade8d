-- The secret of a key that its own row does not name: one to come, or one that drains. A key has at most one of them.
create table key_secret (
    workspace_id      uuid    not null,
    key_id            uuid    not null,
    secret_version    integer not null,
    masked            text    not null,
    last4             text    not null,
    fingerprint       bytea   not null,
    provider_key_id   text,
    binding_candidate text,
    verified_at       timestamptz,
    expires_at        timestamptz,
    primary key (workspace_id, key_id),
    unique (workspace_id, fingerprint),
    foreign key (workspace_id, key_id) references api_key
);

-- What takes the place of a key's secret, where it stands, and what each of its steps came to. One at a time per key.
create table rotation (
    workspace_id    uuid        not null,
    rotation_id     uuid        not null,
    key_id          uuid        not null,
    state           text        not null,
    step            text        not null,
    -- Whether the new secret was made at the provider, so that a roll-back ends it there.
    made            boolean     not null,
    rolled_back     boolean     not null,
    forced          boolean     not null,
    scheduled       boolean     not null,
    -- Whether the old secret is ended at the provider, or only forgotten here.
    revoke_old      boolean     not null,
    purpose         text,
    overlap_seconds bigint      not null,
    -- Until when the secret that goes may be used; null until another one is served.
    overlap_until   timestamptz,
    seen_valid      boolean     not null,
    ended_id        text,
    attempts        integer     not null,
    reason          text,
    step_since      timestamptz not null,
    next_attempt_at timestamptz not null,
    started_at      timestamptz not null,
    finished_at     timestamptz,
    fence           bigint      not null,
    claimed_until   timestamptz,
    primary key (workspace_id, rotation_id),
    foreign key (workspace_id, key_id) references api_key
);
create unique index rotation_open on rotation (workspace_id, key_id) where finished_at is null;
create index rotation_of_key on rotation (workspace_id, key_id, rotation_id);
create index rotation_due on rotation (next_attempt_at) where finished_at is null;

create table rotation_step (
    workspace_id uuid not null,
    rotation_id  uuid not null,
    step         text not null,
    state        text not null,
    detail       text,
    changed_at   timestamptz,
    primary key (workspace_id, rotation_id, step),
    foreign key (workspace_id, rotation_id) references rotation
);

-- When a key is rotated by itself.
create table rotation_schedule (
    workspace_id    uuid        not null,
    key_id          uuid        not null,
    cron            text        not null,
    zone            text        not null,
    overlap_seconds bigint      not null,
    next_at         timestamptz not null,
    changed_at      timestamptz not null,
    primary key (workspace_id, key_id),
    foreign key (workspace_id, key_id) references api_key
);
create index rotation_schedule_due on rotation_schedule (next_at);

-- A version of a secret that is destroyed at a time, unless something names it by then: one about to be written, or one
-- that another took the place of.
create table secret_disposal (
    workspace_id uuid        not null,
    owner        text        not null,
    owner_id     uuid        not null,
    version      integer     not null,
    due_at       timestamptz not null,
    begun        boolean     not null,
    primary key (workspace_id, owner, owner_id, version)
);
create index secret_disposal_due on secret_disposal (due_at);

alter table key_secret enable row level security;
alter table key_secret force row level security;
create policy own_workspace on key_secret
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);

alter table rotation enable row level security;
alter table rotation force row level security;
create policy own_workspace on rotation
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);

alter table rotation_step enable row level security;
alter table rotation_step force row level security;
create policy own_workspace on rotation_step
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);

alter table rotation_schedule enable row level security;
alter table rotation_schedule force row level security;
create policy own_workspace on rotation_schedule
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);

alter table secret_disposal enable row level security;
alter table secret_disposal force row level security;
create policy own_workspace on secret_disposal
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);
