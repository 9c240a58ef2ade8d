-- What providers say was used. Days are read as a whole; usage_day says which were, and in buckets of what width.
create table usage_day (
    workspace_id uuid        not null,
    account_id   uuid        not null,
    from_at      timestamptz not null,
    to_at        timestamptz not null,
    width        text        not null,
    complete     boolean     not null,
    as_of        timestamptz not null,
    read_at      timestamptz not null,
    primary key (workspace_id, account_id, from_at)
);

-- A bucket in which something was used, now or by an earlier report.
create table usage_bucket (
    workspace_id uuid        not null,
    account_id   uuid        not null,
    from_at      timestamptz not null,
    to_at        timestamptz not null,
    provider     text        not null,
    revision     int         not null,
    complete     boolean     not null,
    as_of        timestamptz not null,
    read_at      timestamptz not null,
    primary key (workspace_id, account_id, from_at)
);

-- Counts that the provider does not tell are null.
create table usage_sample (
    workspace_id      uuid        not null,
    account_id        uuid        not null,
    from_at           timestamptz not null,
    line              int         not null,
    kind              text        not null,
    key_id            uuid,
    provider_key_id   text,
    model             text,
    provider_group_id text,
    tier              text,
    requests          bigint,
    input             bigint,
    cache_read        bigint,
    cache_write_short bigint,
    cache_write_long  bigint,
    output            bigint,
    reasoning         bigint,
    web_searches      bigint,
    units             bigint,
    unit              text,
    primary key (workspace_id, account_id, from_at, line),
    foreign key (workspace_id, account_id, from_at) references usage_bucket on delete cascade
);

-- Figures of an interval that was over when they were told, and that its provider corrected later.
alter table cost_report add column revision int not null default 1;

create table figure_revision (
    workspace_id uuid        not null,
    account_id   uuid        not null,
    kind         text        not null,
    from_at      timestamptz not null,
    revision     int         not null,
    to_at        timestamptz not null,
    provider     text        not null,
    complete     boolean     not null,
    as_of        timestamptz not null,
    read_at      timestamptz not null,
    replaced_at  timestamptz not null,
    lines        jsonb       not null,
    primary key (workspace_id, account_id, kind, from_at, revision)
);

alter table usage_day enable row level security;
alter table usage_day force row level security;
create policy own_workspace on usage_day
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);

alter table usage_bucket enable row level security;
alter table usage_bucket force row level security;
create policy own_workspace on usage_bucket
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);

alter table usage_sample enable row level security;
alter table usage_sample force row level security;
create policy own_workspace on usage_sample
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);

alter table figure_revision enable row level security;
alter table figure_revision force row level security;
create policy own_workspace on figure_revision
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);
