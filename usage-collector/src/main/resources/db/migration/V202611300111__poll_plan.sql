-- What is polled and how often, where somebody wants it otherwise than the configuration has it. account_id is null for
-- what goes for every account of a provider; what is null is left to the next wider one.
create table poll_plan (
    workspace_id     uuid        not null,
    provider         text        not null,
    account_id       uuid,
    interval_seconds bigint,
    parts            text[],
    backfill_days    int,
    bucket           text,
    changed_at       timestamptz not null,
    unique nulls not distinct (workspace_id, provider, account_id)
);

-- How the parts of an account's last polls went.
create table poll_part (
    workspace_id uuid        not null,
    account_id   uuid        not null,
    part         text        not null,
    status       text        not null,
    message      text,
    polled_at    timestamptz not null,
    last_good_at timestamptz,
    as_of        timestamptz,
    primary key (workspace_id, account_id, part)
);

-- What the last poll took.
alter table poll add column calls int;
alter table poll add column bytes bigint;
alter table poll add column took_ms bigint;

alter table poll_plan enable row level security;
alter table poll_plan force row level security;
create policy own_workspace on poll_plan
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);

alter table poll_part enable row level security;
alter table poll_part force row level security;
create policy own_workspace on poll_part
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);
