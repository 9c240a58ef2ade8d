-- What may be spent above a limit, for a time. Told together with the limits; a raise ends by itself.
create table scope_raise (
    workspace_id uuid           not null,
    scope        text           not null,
    scope_id     text           not null,
    raise_id     uuid           not null,
    period       text           not null,
    amount       numeric(20, 9) not null check (amount > 0),
    starts_at    timestamptz    not null,
    ends_at      timestamptz    not null,
    primary key (workspace_id, scope, scope_id, raise_id)
);

alter table scope_raise enable row level security;
alter table scope_raise force row level security;
create policy own_workspace on scope_raise
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);

-- When the last raise of the limit ends; null where none was told.
alter table scope_limit add column raised_until timestamptz;
