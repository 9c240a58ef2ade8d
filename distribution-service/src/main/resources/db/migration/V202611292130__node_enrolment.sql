alter table node add column labels jsonb not null default '{}';
-- What an admin lets the node lease; null forbids nothing.
alter table node add column policy jsonb;

-- What became of nodes, so that it can be told later; what they leased is in the table lease.
create table node_event (
    workspace_id uuid        not null,
    event_id     uuid        not null,
    node_id      uuid        not null,
    at           timestamptz not null,
    change       text        not null,
    actor        text,
    reason       text,
    primary key (workspace_id, node_id, event_id)
);
create index node_event_at on node_event (workspace_id, at, event_id);

-- Each lets one node in, once.
create table enrolment_token (
    workspace_id uuid        not null,
    token_id     uuid        not null,
    token_hash   text        not null,
    label        text,
    labels       jsonb       not null,
    created_by   text        not null,
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    used_at      timestamptz,
    node_id      uuid,
    primary key (workspace_id, token_id)
);
create unique index enrolment_token_by_hash on enrolment_token (token_hash);

-- How nodes that came with such a token prove who they are since.
create table node_credential (
    workspace_id    uuid        not null,
    node_id         uuid        not null,
    credential_hash text        not null,
    created_at      timestamptz not null,
    primary key (workspace_id, node_id)
);
create unique index node_credential_by_hash on node_credential (credential_hash);

-- Identities of another issuer, which know nothing of workspaces, that an admin has taken into one.
create table node_binding (
    workspace_id uuid        not null,
    binding_id   uuid        not null,
    issuer       text        not null,
    subject      text        not null,
    created_by   text        not null,
    created_at   timestamptz not null,
    primary key (workspace_id, binding_id)
);
create unique index node_binding_identity on node_binding (issuer, subject);

alter table node_event enable row level security;
alter table node_event force row level security;
create policy own_workspace on node_event
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);

alter table enrolment_token enable row level security;
alter table enrolment_token force row level security;
create policy own_workspace on enrolment_token
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);

alter table node_credential enable row level security;
alter table node_credential force row level security;
create policy own_workspace on node_credential
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);

alter table node_binding enable row level security;
alter table node_binding force row level security;
create policy own_workspace on node_binding
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);
