-- A scope's spend in one period. Only a grant tests spent + presumed + held + grant <= limit.
create table spend_window (
    workspace_id  uuid           not null,
    scope         text           not null,
    scope_id      text           not null,
    period        text           not null,
    window_start  timestamptz    not null,
    window_end    timestamptz,
    limit_amount  numeric(20, 9),
    limit_version bigint         not null default 0,
    spent         numeric(20, 9) not null default 0 check (spent >= 0),
    presumed      numeric(20, 9) not null default 0 check (presumed >= 0),
    held          numeric(20, 9) not null default 0 check (held >= 0),
    version       bigint         not null default 1,
    -- The version that was last told in an event, and when; lower than version means that there is news.
    told_version  bigint         not null default 0,
    told_at       timestamptz    not null default 'epoch',
    primary key (workspace_id, scope, scope_id, period, window_start)
);
create index spend_window_news on spend_window (told_at) where told_version < version;

-- Gateway replicas by their boot id. They belong to no workspace; times here are the database's own.
create table replica (
    replica    uuid        not null primary key,
    renewed_at timestamptz not null,
    closed     boolean     not null default false
);
create index replica_open on replica (renewed_at) where not closed;

-- One replica's slice of one window. What is left of granted after settled and returned is outstanding: part of the
-- window's held, or of its presumed once the hold is closed. returned_told is the replica's own running total.
create table hold (
    workspace_id  uuid           not null,
    scope         text           not null,
    scope_id      text           not null,
    period        text           not null,
    window_start  timestamptz    not null,
    replica       uuid           not null,
    granted       numeric(20, 9) not null,
    settled       numeric(20, 9) not null,
    returned      numeric(20, 9) not null,
    returned_told numeric(20, 9) not null,
    closed        boolean        not null,
    primary key (workspace_id, scope, scope_id, period, window_start, replica),
    check (settled + returned <= granted)
);
create index hold_of_replica on hold (replica) where not closed;

-- What was settled, once per request; what windows are seeded from when a limit's zone changes.
create table settled_request (
    workspace_id uuid           not null,
    request_id   uuid           not null,
    admitted_at  timestamptz    not null,
    revision     integer        not null,
    amount       numeric(20, 9) not null check (amount >= 0),
    estimated    boolean        not null,
    key_id       uuid           not null,
    node_id      uuid           not null,
    domain_id    text,
    user_name    text,
    primary key (workspace_id, request_id, admitted_at)
);
create index settled_request_age on settled_request (workspace_id, admitted_at);
create index settled_request_old on settled_request using brin (admitted_at);

alter table spend_window enable row level security;
alter table spend_window force row level security;
create policy own_workspace on spend_window
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);

alter table hold enable row level security;
alter table hold force row level security;
create policy own_workspace on hold
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);

alter table settled_request enable row level security;
alter table settled_request force row level security;
create policy own_workspace on settled_request
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);

alter table replica enable row level security;
alter table replica force row level security;
create policy nobody on replica using (false);
