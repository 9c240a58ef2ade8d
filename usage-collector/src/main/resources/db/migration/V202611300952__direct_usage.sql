-- Nodes and their direct leases as distribution-service tells them: who may tell what calls were made with which key.
create table node (
    workspace_id uuid   not null,
    node_id      uuid   not null,
    identity     text   not null,
    state        text   not null,
    version      bigint not null,
    primary key (workspace_id, node_id)
);
create index node_identity on node (workspace_id, identity);

create table direct_lease (
    workspace_id uuid        not null,
    lease_id     uuid        not null,
    node_id      uuid        not null,
    provider     text        not null,
    key_id       uuid        not null,
    domain       text,
    user_name    text,
    issued_at    timestamptz not null,
    -- When it ended, else when it will.
    until        timestamptz not null,
    version      bigint      not null,
    primary key (workspace_id, lease_id)
);
create index direct_lease_node on direct_lease (workspace_id, node_id, until);
create index direct_lease_until on direct_lease (until);

-- Calls that nodes told of, each once. The calls themselves are events, and kept by whoever counts them.
create table usage_report (
    workspace_id uuid        not null,
    node_id      uuid        not null,
    report_id    text        not null,
    received_at  timestamptz not null,
    primary key (workspace_id, node_id, report_id)
);
-- Across workspaces, for the sweep alone.
create index usage_report_received on usage_report (received_at);

do $$
declare
    name text;
begin
    foreach name in array array ['node', 'direct_lease', 'usage_report'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy own_workspace on %I using '
            '(workspace_id = nullif(current_setting(''leasehold.workspace'', true), '''')::uuid)', name);
    end loop;
end
$$;
