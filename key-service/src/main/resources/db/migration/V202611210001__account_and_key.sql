-- Provider accounts and API keys. Secrets are not here: a row names the version that lies in the secret store.
create table provider_account (
    workspace_id       uuid        not null,
    account_id         uuid        not null,
    provider           text        not null,
    name               text        not null,
    endpoint           text,
    state              text        not null,
    capabilities       text[]      not null,
    credential_version integer,
    credential_masked  text,
    version            bigint      not null,
    created_at         timestamptz not null,
    changed_at         timestamptz not null,
    primary key (workspace_id, account_id),
    unique (workspace_id, name)
);

create table api_key (
    workspace_id      uuid        not null,
    key_id            uuid        not null,
    account_id        uuid        not null,
    provider          text        not null,
    name              text        not null,
    state             text        not null,
    masked            text        not null,
    last4             text        not null,
    -- Keyed, so that whoever reads this table can't try secrets against it.
    fingerprint       bytea       not null,
    provider_key_id   text,
    binding_candidate text,
    -- Null once the secret is destroyed.
    secret_version    integer,
    direct_allowed    boolean     not null,
    models            text[]      not null,
    tags              text[]      not null,
    reason            text,
    version           bigint      not null,
    created_at        timestamptz not null,
    changed_at        timestamptz not null,
    verified_at       timestamptz,
    primary key (workspace_id, key_id),
    unique (workspace_id, name),
    foreign key (workspace_id, account_id) references provider_account
);
-- A secret is in the pool once; after its end it may come back only as a new key.
create unique index api_key_fingerprint on api_key (workspace_id, fingerprint) where state <> 'revoked';
-- Two keys with one id at the provider would end together.
create unique index api_key_binding on api_key (workspace_id, account_id, provider_key_id) where state <> 'revoked';

-- What is about to be written to the secret store for a row that isn't there yet. A sweep destroys what stays behind.
create table pending_secret (
    workspace_id uuid        not null,
    owner        text        not null,
    owner_id     uuid        not null,
    created_at   timestamptz not null,
    primary key (workspace_id, owner, owner_id)
);
create index pending_secret_age on pending_secret (created_at);

alter table provider_account enable row level security;
alter table provider_account force row level security;
create policy own_workspace on provider_account
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);

alter table api_key enable row level security;
alter table api_key force row level security;
create policy own_workspace on api_key
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);

alter table pending_secret enable row level security;
alter table pending_secret force row level security;
create policy own_workspace on pending_secret
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);
