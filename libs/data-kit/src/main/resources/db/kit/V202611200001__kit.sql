-- What every service keeps beside its own tables.

-- The workspaces as key-service tells them; in key-service itself, the workspaces.
create table workspace (
    workspace_id uuid        not null primary key,
    slug         text        not null unique,
    name         text        not null,
    capture      text        not null,
    fail_open    boolean     not null,
    domains      jsonb       not null,
    version      bigint      not null,
    changed_at   timestamptz not null
);

-- Events on their way to the broker, one sequence per shard; empty but for what is under way.
create table outbox (
    workspace_id uuid        not null,
    shard        smallint    not null,
    seq          bigint      not null generated always as identity,
    event_id     uuid        not null,
    event_type   text        not null,
    topic        text        not null,
    event_key    text        not null,
    trace_parent text,
    occurred_at  timestamptz not null,
    payload      bytea       not null,
    primary key (shard, seq)
);

-- Which events were taken in, so that one that comes again changes nothing.
create table processed_event (
    consumer     text        not null,
    event_id     uuid        not null,
    processed_at timestamptz not null default now(),
    primary key (consumer, event_id)
);
create index processed_event_age on processed_event (processed_at);

alter table workspace enable row level security;
alter table workspace force row level security;
create policy own_workspace on workspace
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);

alter table outbox enable row level security;
alter table outbox force row level security;
create policy own_workspace on outbox
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);

alter table processed_event enable row level security;
alter table processed_event force row level security;
create policy nobody on processed_event using (false);
