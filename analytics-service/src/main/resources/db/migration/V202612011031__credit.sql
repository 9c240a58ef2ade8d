-- Whether the provider named the key of each charge; of earlier reports nobody asked.
alter table provider_cost add column per_key boolean not null default false;

-- Keys, and since when without a break their charges can be found on the bills of their accounts; null where they can't.
create table credit_key (
    workspace_id uuid        not null,
    key_id       uuid        not null,
    account_id   uuid        not null,
    billed_since timestamptz,
    version      bigint      not null,
    primary key (workspace_id, key_id)
);

-- Windows of keys in which something is presumed spent, and what bills have credited of it: each time that was until a day,
-- and no day credits twice.
create table credit_window (
    workspace_id   uuid           not null,
    key_id         uuid           not null,
    period         text           not null,
    window_start   timestamptz    not null,
    window_end     timestamptz,
    presumed       numeric(20, 9) not null,
    version        bigint         not null,
    credited       numeric(20, 9) not null default 0,
    credited_until timestamptz    not null default 'epoch',
    primary key (workspace_id, key_id, period, window_start)
);

alter table credit_key enable row level security;
alter table credit_key force row level security;
create policy own_workspace on credit_key
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);

alter table credit_window enable row level security;
alter table credit_window force row level security;
create policy own_workspace on credit_window
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);
