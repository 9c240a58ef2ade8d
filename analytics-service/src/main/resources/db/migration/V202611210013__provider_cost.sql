-- What providers say they charged, per account and interval; a later report of an interval replaces the earlier one.
create table provider_cost (
    workspace_id uuid        not null,
    account_id   uuid        not null,
    from_at      timestamptz not null,
    to_at        timestamptz not null,
    provider     text        not null,
    complete     boolean     not null,
    as_of        timestamptz not null,
    primary key (workspace_id, account_id, from_at, to_at)
);

create table provider_cost_line (
    workspace_id    uuid           not null,
    account_id      uuid           not null,
    from_at         timestamptz    not null,
    to_at           timestamptz    not null,
    line            int            not null,
    key_id          uuid,
    provider_key_id text,
    model           text,
    amount          numeric(20, 9) not null,
    currency        text           not null,
    description     text,
    primary key (workspace_id, account_id, from_at, to_at, line),
    foreign key (workspace_id, account_id, from_at, to_at) references provider_cost on delete cascade
);

-- How each account's provider answered the collector the last time.
create table provider_status (
    workspace_id uuid        not null,
    account_id   uuid        not null,
    status       text        not null,
    message      text,
    last_good_at timestamptz,
    at           timestamptz not null,
    primary key (workspace_id, account_id)
);

alter table provider_cost enable row level security;
alter table provider_cost force row level security;
create policy own_workspace on provider_cost
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);

alter table provider_cost_line enable row level security;
alter table provider_cost_line force row level security;
create policy own_workspace on provider_cost_line
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);

alter table provider_status enable row level security;
alter table provider_status force row level security;
create policy own_workspace on provider_status
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);
