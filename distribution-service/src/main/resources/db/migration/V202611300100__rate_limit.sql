-- How fast things may be used, as key-service tells of it together with the limits of spend; null where that is not limited.
create table scope_rate (
    workspace_id        uuid   not null,
    scope               text   not null,
    scope_id            text   not null,
    requests_per_minute bigint check (requests_per_minute > 0),
    tokens_per_minute   bigint check (tokens_per_minute > 0),
    concurrent_requests bigint check (concurrent_requests > 0),
    primary key (workspace_id, scope, scope_id)
);

-- The same of leases, which say it when they are asked for.
alter table lease
    add column requests_per_minute bigint check (requests_per_minute > 0),
    add column tokens_per_minute   bigint check (tokens_per_minute > 0),
    add column concurrent_requests bigint check (concurrent_requests > 0);

-- What the shares of one rate limit are locked by.
create table rate_book (
    workspace_id uuid        not null,
    scope        text        not null,
    scope_id     text        not null,
    measure      text        not null,
    touched_at   timestamptz not null,
    primary key (workspace_id, scope, scope_id, measure)
);
create index rate_book_age on rate_book using brin (touched_at);

-- One replica's share of one rate limit. What is left of granted after returned is lent, until its replica was silent for long.
create table rate_share (
    workspace_id uuid        not null,
    scope        text        not null,
    scope_id     text        not null,
    measure      text        not null,
    share_id     uuid        not null,
    granted      bigint      not null,
    returned     bigint      not null,
    need         bigint      not null,
    want         bigint      not null,
    told_at      timestamptz not null,
    primary key (workspace_id, scope, scope_id, measure, share_id),
    check (returned between 0 and granted)
);

alter table scope_rate enable row level security;
alter table scope_rate force row level security;
create policy own_workspace on scope_rate
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);

alter table rate_book enable row level security;
alter table rate_book force row level security;
create policy own_workspace on rate_book
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);

alter table rate_share enable row level security;
alter table rate_share force row level security;
create policy own_workspace on rate_share
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);
