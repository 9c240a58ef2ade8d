-- What providers answered, without secrets; for a few days only. Ids are ordered by time.
create table raw_response (
    workspace_id uuid        not null,
    id           uuid        not null,
    account_id   uuid        not null,
    provider     text        not null,
    method       text        not null,
    path         text        not null,
    status       int         not null,
    body         text        not null,
    bytes        bigint      not null,
    truncated    boolean     not null,
    took_ms      bigint      not null,
    at           timestamptz not null,
    primary key (workspace_id, id)
);
create index raw_response_of_account on raw_response (workspace_id, account_id, id);
-- Across workspaces, for the sweep alone.
create index raw_response_by_age on raw_response (at);

alter table raw_response enable row level security;
alter table raw_response force row level security;
create policy own_workspace on raw_response
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);
