-- Keys that providers refused a moment ago, as gateways tell: others are leased before them.
create table key_trouble (
    workspace_id   uuid        not null,
    key_id         uuid        not null,
    secret_version integer     not null,
    status         integer     not null,
    until          timestamptz not null,
    primary key (workspace_id, key_id)
);

alter table key_trouble enable row level security;
alter table key_trouble force row level security;
create policy own_workspace on key_trouble
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);
