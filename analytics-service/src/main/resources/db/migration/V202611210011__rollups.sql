-- What requests add up to, per quarter of an hour in UTC. Every time zone's offset is a multiple of 15 minutes, so any day
-- anywhere is a sum of these rows. Several narrow cubes instead of a wide one: they stay small, and each answers one question.

-- A latency sketch is an array of pairs, bucket and count, ordered by bucket. Adding two of them adds counts by bucket.
create function sketch_add(one int[], other int[]) returns int[]
    language sql
    immutable
    strict
    parallel safe
as $$
    select coalesce(array_agg(part order by bucket, place), '{}')
    from (select bucket, sum(tally)::int as tally
          from (select one[2 * i - 1] as bucket, one[2 * i] as tally
                from generate_series(1, cardinality(one) / 2) as i
                union all
                select other[2 * i - 1], other[2 * i]
                from generate_series(1, cardinality(other) / 2) as i) as pairs
          group by bucket
          having sum(tally) <> 0) as sums,
         lateral (values (1, bucket), (2, tally)) as parts (place, part)
$$;

create table rollup_total (
    workspace_id   uuid           not null,
    at             timestamptz    not null,
    requests       bigint         not null,
    errors         bigint         not null,
    input          bigint         not null,
    cache_read     bigint         not null,
    cache_write_5m bigint         not null,
    cache_write_1h bigint         not null,
    output         bigint         not null,
    reasoning      bigint         not null,
    audio_in       bigint         not null,
    audio_out      bigint         not null,
    image          bigint         not null,
    -- What is known; the two next to it are the parts of it that the provider told and that were estimated.
    cost           numeric(20, 9) not null,
    cost_provider  numeric(20, 9) not null,
    cost_estimated numeric(20, 9) not null,
    unknown_cost   bigint         not null,
    latency        int[]          not null,
    primary key (workspace_id, at)
);

create table rollup_model (
    like rollup_total,
    provider text not null,
    model    text not null,
    primary key (workspace_id, at, provider, model)
);

-- The empty domain is that of requests without one.
create table rollup_domain (
    like rollup_total,
    domain text not null,
    primary key (workspace_id, at, domain)
);

create table rollup_node (
    like rollup_total,
    node_id uuid not null,
    primary key (workspace_id, at, node_id)
);

-- With the key's account, which never changes, so that a bill can be compared without asking for keys.
create table rollup_key (
    like rollup_total,
    account_id uuid not null,
    key_id     uuid not null,
    primary key (workspace_id, at, account_id, key_id)
);

do $$
declare
    cube text;
begin
    foreach cube in array array ['rollup_total', 'rollup_model', 'rollup_domain', 'rollup_node', 'rollup_key'] loop
        execute format('alter table %I enable row level security', cube);
        execute format('alter table %I force row level security', cube);
        execute format('create policy own_workspace on %I using '
            '(workspace_id = nullif(current_setting(''leasehold.workspace'', true), '''')::uuid)', cube);
    end loop;
end
$$;
