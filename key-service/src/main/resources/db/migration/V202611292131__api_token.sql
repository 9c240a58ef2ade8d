-- Tokens with which programs call the API. Of a token only its hash is kept, and as much as people tell it by.
create table api_token (
    workspace_id uuid        not null,
    token_id     uuid        not null,
    name         text        not null,
    sha256       text        not null,
    masked       text        not null,
    role         text        not null,
    -- The only domain that it is for; null for the whole workspace.
    domain       text,
    expires_at   timestamptz,
    created_at   timestamptz not null,
    created_by   text        not null,
    -- To the hour.
    last_used_at timestamptz,
    revoked_at   timestamptz,
    revoked_by   text,
    primary key (workspace_id, token_id)
);
create unique index api_token_name on api_token (workspace_id, name) where revoked_at is null;

alter table api_token enable row level security;
alter table api_token force row level security;
create policy own_workspace on api_token
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);
