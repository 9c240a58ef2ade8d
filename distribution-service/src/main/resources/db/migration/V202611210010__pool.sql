-- What key-service tells of the pool: copies, kept by version.

create table pool_key (
    workspace_id uuid   not null,
    key_id       uuid   not null,
    account_id   uuid   not null,
    provider     text   not null,
    name         text   not null,
    state        text   not null,
    models       text[] not null,
    version      bigint not null,
    primary key (workspace_id, key_id)
);
create index pool_key_provider on pool_key (workspace_id, provider);

create table pool_account (
    workspace_id uuid   not null,
    account_id   uuid   not null,
    state        text   not null,
    version      bigint not null,
    primary key (workspace_id, account_id)
);

-- One row per period, also for those without a limit, so that an older version can't bring one back.
create table scope_limit (
    workspace_id uuid   not null,
    scope        text   not null,
    scope_id     text   not null,
    period       text   not null,
    amount       numeric(20, 9),
    zone         text   not null,
    version      bigint not null,
    primary key (workspace_id, scope, scope_id, period)
);

alter table pool_key enable row level security;
alter table pool_key force row level security;
create policy own_workspace on pool_key
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);

alter table pool_account enable row level security;
alter table pool_account force row level security;
create policy own_workspace on pool_account
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);

alter table scope_limit enable row level security;
alter table scope_limit force row level security;
create policy own_workspace on scope_limit
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);
