-- Provider accounts as key-service tells them, and the keys by which a provider's bill is told apart.
create table account (
    workspace_id       uuid   not null,
    account_id         uuid   not null,
    provider           text   not null,
    name               text   not null,
    endpoint           text,
    state              text   not null,
    credential_version int,
    version            bigint not null,
    primary key (workspace_id, account_id)
);

create table api_key (
    workspace_id    uuid   not null,
    key_id          uuid   not null,
    account_id      uuid   not null,
    provider_key_id text,
    version         bigint not null,
    primary key (workspace_id, key_id)
);
create index api_key_at_provider on api_key (workspace_id, account_id, provider_key_id);

-- How polling an account goes. Whoever polls it has claimed it until claimed_until; only its claim may write the outcome.
create table poll (
    workspace_id  uuid   not null,
    account_id    uuid   not null,
    next_poll_at  timestamptz,
    claim         uuid,
    claimed_until timestamptz,
    status        text,
    message       text,
    failures      int    not null default 0,
    polled_at     timestamptz,
    last_good_at  timestamptz,
    as_of         timestamptz,
    primary key (workspace_id, account_id),
    foreign key (workspace_id, account_id) references account
);
-- Across workspaces, for the poller alone: it looks for what is due next.
create index poll_due on poll (next_poll_at) where next_poll_at is not null;

alter table account enable row level security;
alter table account force row level security;
create policy own_workspace on account
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);

alter table api_key enable row level security;
alter table api_key force row level security;
create policy own_workspace on api_key
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);

alter table poll enable row level security;
alter table poll force row level security;
create policy own_workspace on poll
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);
