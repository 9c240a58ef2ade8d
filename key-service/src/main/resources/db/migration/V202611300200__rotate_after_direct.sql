-- Whether a key gets another secret once a lease has ended whose node has the one it has.
alter table api_key add column rotate_after_direct boolean not null default false;

-- Secrets that nodes still have after their leases, each with when that was first heard of: what is begun for it is begun once.
create table exposed_secret (
    workspace_id   uuid        not null,
    key_id         uuid        not null,
    secret_version integer     not null,
    exposed_at     timestamptz not null,
    primary key (workspace_id, key_id, secret_version)
);

alter table exposed_secret enable row level security;
alter table exposed_secret force row level security;
create policy own_workspace on exposed_secret
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);
