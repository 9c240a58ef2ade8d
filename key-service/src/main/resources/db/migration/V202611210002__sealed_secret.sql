-- The secret store without Vault. Ciphertext only: the master key is never in this database.
create table sealed_secret (
    workspace_id  uuid        not null,
    owner         text        not null,
    owner_id      uuid        not null,
    version       integer     not null,
    -- Tells which master key sealed it; not the key itself.
    master_key_id text        not null,
    nonce         bytea       not null,
    ciphertext    bytea       not null,
    created_at    timestamptz not null,
    primary key (workspace_id, owner, owner_id, version)
);

alter table sealed_secret enable row level security;
alter table sealed_secret force row level security;
create policy own_workspace on sealed_secret
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);
