create table node (
    workspace_id uuid        not null,
    node_id      uuid        not null,
    name         text        not null,
    issuer       text        not null,
    subject      text        not null,
    state        text        not null,
    enrolled_at  timestamptz not null,
    last_seen_at timestamptz not null,
    version      bigint      not null,
    primary key (workspace_id, node_id)
);
-- An identity is bound to one workspace, so this one is unique over all of them.
create unique index node_identity on node (issuer, subject);
create index node_silent on node (last_seen_at) where state = 'enrolled';

alter table node enable row level security;
alter table node force row level security;
create policy own_workspace on node
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);
