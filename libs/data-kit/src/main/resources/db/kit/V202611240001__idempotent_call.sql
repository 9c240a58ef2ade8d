-- Calls with an Idempotency-Key: what a retry is answered. Holds no secret and no token, only what may be read again.
create table idempotent_call (
    workspace_id    uuid        not null,
    caller          text        not null,
    idempotency_key text        not null,
    fingerprint     bytea       not null,
    claim           uuid        not null,
    claimed_at      timestamptz not null,
    finished_at     timestamptz,
    status          smallint,
    location        text,
    body            text,
    resource_id     uuid,
    primary key (workspace_id, caller, idempotency_key)
);
create index idempotent_call_age on idempotent_call (claimed_at);

alter table idempotent_call enable row level security;
alter table idempotent_call force row level security;
create policy own_workspace on idempotent_call
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);
