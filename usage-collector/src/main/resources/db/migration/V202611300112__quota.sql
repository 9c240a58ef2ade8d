-- What providers say is left to use, as it was read last; key_id is null for what an account has as a whole.
create table quota_latest (
    workspace_id uuid        not null,
    account_id   uuid        not null,
    key_id       uuid,
    provider     text        not null,
    holder       text,
    plan         text,
    quotas       jsonb       not null,
    as_of        timestamptz,
    error        text,
    read_at      timestamptz not null,
    unique nulls not distinct (workspace_id, account_id, key_id)
);

-- Every time that something else was said than the time before.
create table quota_history (
    workspace_id uuid        not null,
    account_id   uuid        not null,
    as_of        timestamptz not null,
    id           uuid        not null,
    key_id       uuid,
    provider     text        not null,
    holder       text,
    plan         text,
    quotas       jsonb       not null,
    primary key (workspace_id, account_id, as_of, id)
);

-- Some quotas are told to their key only.
alter table api_key add column secret_version int;
alter table api_key add column state text;

alter table quota_latest enable row level security;
alter table quota_latest force row level security;
create policy own_workspace on quota_latest
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);

alter table quota_history enable row level security;
alter table quota_history force row level security;
create policy own_workspace on quota_history
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);
