-- Since when a lease has its key; null means from the beginning.
alter table lease add column key_since timestamptz;

-- The keys that leases had before, so that it can be told who held what at any time.
create table lease_key_past (
    workspace_id uuid        not null,
    lease_id     uuid        not null,
    key_id       uuid        not null,
    since        timestamptz not null,
    until        timestamptz not null,
    primary key (workspace_id, lease_id, since)
);
create index lease_key_past_of_key on lease_key_past (workspace_id, key_id, since);
create index lease_by_key on lease (workspace_id, key_id, lease_id);
-- What a node may still use; also how many.
create index lease_usable_of_node on lease (workspace_id, node_id) where state in ('active', 'draining');
create index node_removed on node (workspace_id, node_id) where state = 'removed';

alter table lease_key_past enable row level security;
alter table lease_key_past force row level security;
create policy own_workspace on lease_key_past
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);
