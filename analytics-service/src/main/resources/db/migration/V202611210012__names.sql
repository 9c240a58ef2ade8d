-- What ids are called, as the owners of nodes, keys and accounts tell it.
create table node (
    workspace_id uuid        not null,
    node_id      uuid        not null,
    name         text        not null,
    enrolled_at  timestamptz not null,
    version      bigint      not null,
    primary key (workspace_id, node_id)
);
create index node_enrolled on node (workspace_id, enrolled_at);

create table api_key (
    workspace_id uuid   not null,
    key_id       uuid   not null,
    account_id   uuid   not null,
    name         text   not null,
    version      bigint not null,
    primary key (workspace_id, key_id)
);

create table provider_account (
    workspace_id uuid   not null,
    account_id   uuid   not null,
    provider     text   not null,
    name         text   not null,
    version      bigint not null,
    primary key (workspace_id, account_id)
);

alter table node enable row level security;
alter table node force row level security;
create policy own_workspace on node
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);

alter table api_key enable row level security;
alter table api_key force row level security;
create policy own_workspace on api_key
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);

alter table provider_account enable row level security;
alter table provider_account force row level security;
create policy own_workspace on provider_account
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);
