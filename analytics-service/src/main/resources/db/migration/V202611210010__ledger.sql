-- Every request, one row each. Partitions are months of admitted_at in UTC, made by ensure_request_partition.
create table request (
    workspace_id          uuid           not null,
    request_id            uuid           not null,
    admitted_at           timestamptz    not null,
    completed_at          timestamptz    not null,
    revision              int            not null,
    -- Counts up within the workspace in the order in which rows became visible, see ledger_position.
    position              bigint         not null,
    lease_id              uuid           not null,
    node_id               uuid           not null,
    key_id                uuid           not null,
    account_id            uuid           not null,
    provider              text           not null,
    model                 text           not null,
    requested_model       text           not null,
    domain                text,
    user_name             text,
    agent                 text,
    conversation          text,
    tags                  jsonb          not null,
    route                 text           not null,
    streamed              boolean        not null,
    status                int            not null,
    error_type            text,
    input                 bigint         not null,
    cache_read            bigint         not null,
    cache_write_5m        bigint         not null,
    cache_write_1h        bigint         not null,
    output                bigint         not null,
    reasoning             bigint         not null,
    audio_in              bigint         not null,
    audio_out             bigint         not null,
    image                 bigint         not null,
    usage_source          text           not null,
    cost                  numeric(20, 9),
    cost_provenance       text,
    cost_reason           text,
    computed_cost         numeric(20, 9),
    price_version         text,
    reservation           numeric(20, 9) not null,
    secret_version        int            not null,
    -- Microseconds from the first byte of the request.
    latency_admission     bigint         not null,
    latency_first_byte    bigint,
    latency_total         bigint         not null,
    latency_overhead      bigint         not null,
    upstream_request_id   text,
    replica               uuid           not null,
    primary key (workspace_id, request_id, admitted_at)
) partition by range (admitted_at);

create index request_newest on request (workspace_id, admitted_at desc, request_id desc);
create index request_position on request (workspace_id, position);

alter table request enable row level security;
alter table request force row level security;
create policy own_workspace on request
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);

-- How far a workspace's ledger has come. Whoever writes rows of a workspace holds its row to the end of the transaction,
-- so that positions become visible in order and a reader that has seen one has seen all before it.
create table ledger_position (
    workspace_id uuid        not null primary key,
    position     bigint      not null,
    changed_at   timestamptz not null
);

alter table ledger_position enable row level security;
alter table ledger_position force row level security;
create policy own_workspace on ledger_position
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);

-- Makes the partition of a month, if it is missing. The service has no right to make tables, hence the definer's; attaching
-- instead of "partition of" lets reads and writes of the other months go on.
create function ensure_request_partition(month date) returns void
    language plpgsql
    security definer
    set search_path = public, pg_temp
as $$
declare
    first_day date := date_trunc('month', month)::date;
    name      text := 'request_' || to_char(first_day, 'YYYY_MM');
begin
    if first_day not between current_date - 800 and current_date + 100 then
        raise exception 'no partition so far from today: %', first_day using errcode = '22008';
    end if;
    if to_regclass(name) is not null then
        return;
    end if;
    perform pg_advisory_xact_lock(hashtext('ensure_request_partition'));
    if to_regclass(name) is not null then
        return;
    end if;
    execute format('create table %I (like request including all)', name);
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_workspace on %I using '
        '(workspace_id = nullif(current_setting(''leasehold.workspace'', true), '''')::uuid)', name);
    execute format('alter table request attach partition %I for values from (%L) to (%L)', name,
        first_day::timestamp at time zone 'UTC', (first_day + interval '1 month') at time zone 'UTC');
end
$$;
