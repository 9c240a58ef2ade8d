-- Temporary raises of limits. They are kept after their end, as whoever looks back wants to know who allowed what.
create table limit_raise (
    workspace_id uuid          not null,
    scope        text          not null,
    scope_id     text          not null,
    raise_id     uuid          not null,
    period       text          not null,
    amount       numeric(20,9) not null check (amount > 0),
    reason       text          not null,
    approver     text          not null,
    created_by   text          not null,
    created_at   timestamptz   not null,
    starts_at    timestamptz   not null,
    ends_at      timestamptz   not null check (ends_at > starts_at),
    -- Where somebody ended it before its time.
    ended_at     timestamptz,
    ended_by     text,
    primary key (workspace_id, scope, scope_id, raise_id)
);
create index limit_raise_open on limit_raise (workspace_id, ends_at) where ended_at is null;

alter table limit_raise enable row level security;
alter table limit_raise force row level security;
create policy own_workspace on limit_raise
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);
