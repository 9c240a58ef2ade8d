-- What providers charged, per account and day in UTC. A day that is read again is replaced, never added to.
create table cost_report (
    workspace_id uuid        not null,
    account_id   uuid        not null,
    from_at      timestamptz not null,
    to_at        timestamptz not null,
    provider     text        not null,
    complete     boolean     not null,
    as_of        timestamptz not null,
    read_at      timestamptz not null,
    primary key (workspace_id, account_id, from_at)
);

-- Amounts have all the digits that the provider gave.
create table cost_line (
    workspace_id    uuid        not null,
    account_id      uuid        not null,
    from_at         timestamptz not null,
    line            int         not null,
    key_id          uuid,
    provider_key_id text,
    model           text,
    amount          numeric     not null,
    currency        text        not null,
    description     text,
    primary key (workspace_id, account_id, from_at, line),
    foreign key (workspace_id, account_id, from_at) references cost_report on delete cascade
);

alter table cost_report enable row level security;
alter table cost_report force row level security;
create policy own_workspace on cost_report
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);

alter table cost_line enable row level security;
alter table cost_line force row level security;
create policy own_workspace on cost_line
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);
