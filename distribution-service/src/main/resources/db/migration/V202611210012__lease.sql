create table lease (
    workspace_id uuid        not null,
    lease_id     uuid        not null,
    node_id      uuid        not null,
    provider     text        not null,
    mode         text        not null,
    state        text        not null,
    key_id       uuid        not null,
    domain       text,
    user_name    text,
    models       text[]      not null,
    label        text,
    spend_limit  numeric(20, 9),
    issued_at    timestamptz not null,
    expires_at   timestamptz not null,
    renewed_at   timestamptz,
    ended_at     timestamptz,
    end_reason   text,
    version      bigint      not null,
    primary key (workspace_id, lease_id)
);
create index lease_of_node on lease (workspace_id, node_id, lease_id);
create index lease_of_key on lease (workspace_id, key_id) where state in ('active', 'draining');
create index lease_expiry on lease (expires_at) where state in ('active', 'draining');
-- Gateways name leases without their workspace.
create index lease_by_id on lease (lease_id);

-- The hashes of a lease's tokens, at most five; the tokens themselves are nowhere.
create table lease_token (
    workspace_id uuid   not null,
    token_hash   text   not null,
    lease_id     uuid   not null,
    seq          bigint not null generated always as identity,
    primary key (workspace_id, token_hash)
);
create index lease_token_of_lease on lease_token (workspace_id, lease_id, seq);
create unique index lease_token_by_hash on lease_token (token_hash);

alter table lease enable row level security;
alter table lease force row level security;
create policy own_workspace on lease
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);

alter table lease_token enable row level security;
alter table lease_token force row level security;
create policy own_workspace on lease_token
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);
