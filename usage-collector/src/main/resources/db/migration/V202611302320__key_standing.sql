-- How keys of ours that are in use stand at their providers.
create table key_standing (
    workspace_id    uuid        not null,
    key_id          uuid        not null,
    account_id      uuid        not null,
    provider_key_id text        not null,
    standing        text        not null,
    since           timestamptz not null,
    read_at         timestamptz not null,
    primary key (workspace_id, key_id)
);

alter table key_standing enable row level security;
alter table key_standing force row level security;
create policy own_workspace on key_standing
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);
