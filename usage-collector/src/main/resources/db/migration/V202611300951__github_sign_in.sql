-- Sign-ins to GitHub by the device flow, under way and done. What one has in hand, the device code and then the token until
-- key-service has it, is sealed and gone as soon as it is over.
create table github_sign_in (
    workspace_id     uuid        not null,
    sign_in_id       uuid        not null,
    account_id       uuid        not null,
    state            text        not null,
    started_by       text        not null,
    user_code        text        not null,
    verification_uri text        not null,
    interval_seconds bigint      not null,
    started_at       timestamptz not null,
    expires_at       timestamptz not null,
    -- Nobody asks before, so that replicas together keep GitHub's interval.
    next_poll_at     timestamptz not null,
    attempt          int         not null,
    sealed           bytea,
    user_name        text,
    key_id           uuid,
    message          text,
    primary key (workspace_id, sign_in_id)
);
create index github_sign_in_newest on github_sign_in (workspace_id, started_at desc, sign_in_id desc);
create index github_sign_in_key on github_sign_in (workspace_id, key_id) where key_id is not null;
-- Across workspaces, for the sweep alone.
create index github_sign_in_open on github_sign_in (expires_at) where state in ('pending', 'authorized');

alter table github_sign_in enable row level security;
alter table github_sign_in force row level security;
create policy own_workspace on github_sign_in
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);
