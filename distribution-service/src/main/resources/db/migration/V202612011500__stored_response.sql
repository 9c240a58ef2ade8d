-- Answers that providers keep, and the lease that each was given to. Their ids are known by their SHA-256 only.
create table stored_response (
    workspace_id uuid        not null,
    provider     text        not null,
    id_hash      bytea       not null,
    lease_id     uuid        not null,
    key_id       uuid        not null,
    -- By which what goes on from it is linked to it.
    link         text,
    stored_at    timestamptz not null,
    primary key (workspace_id, provider, id_hash)
);
-- Across workspaces, for the sweep alone.
create index stored_response_by_age on stored_response (stored_at);

alter table stored_response enable row level security;
alter table stored_response force row level security;
create policy own_workspace on stored_response using
    (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);
