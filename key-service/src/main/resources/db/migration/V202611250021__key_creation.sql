-- A key about to be made at its provider, under a name that is there once. Gone with the key's row; what stays behind is
-- looked for there by its name, and ended: nobody knows its secret.
create table key_creation (
    workspace_id  uuid        not null,
    key_id        uuid        not null,
    account_id    uuid        not null,
    provider_name text        not null,
    abandoned     boolean     not null,
    -- When it is given up, or looked for.
    due_at        timestamptz not null,
    created_at    timestamptz not null,
    primary key (workspace_id, key_id),
    foreign key (workspace_id, account_id) references provider_account
);
create index key_creation_due on key_creation (due_at);

alter table key_creation enable row level security;
alter table key_creation force row level security;
create policy own_workspace on key_creation
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);
