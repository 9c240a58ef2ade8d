-- What nodes are to be told. Written with what it tells of, and given its position afterwards by one replica at a time: so
-- positions become visible in their order, and whoever has read up to one has missed nothing.
create table notice (
    workspace_id uuid        not null,
    notice_id    uuid        not null,
    node_id      uuid,
    kind         text        not null,
    data         jsonb       not null,
    at           timestamptz not null,
    position     bigint,
    primary key (workspace_id, notice_id)
);
create sequence notice_position;
create index notice_new on notice (notice_id) where position is null;
create unique index notice_in_order on notice (position);
create index notice_of_node on notice (workspace_id, node_id, position);
create index notice_age on notice (at);

alter table notice enable row level security;
alter table notice force row level security;
create policy own_workspace on notice
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);
