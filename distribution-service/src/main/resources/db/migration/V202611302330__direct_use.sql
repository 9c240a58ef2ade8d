-- What providers report that keys cost, by day in UTC, as it was told last. Amounts have all the digits that were given.
create table key_bill_day (
    workspace_id uuid        not null,
    key_id       uuid        not null,
    day          timestamptz not null,
    amount       numeric     not null,
    estimated    boolean     not null,
    as_of        timestamptz not null,
    primary key (workspace_id, key_id, day)
);

-- Every figure that was told of a day: how fast it grows, and what it was when a window began in the middle of it.
create table key_bill_reading (
    workspace_id uuid        not null,
    key_id       uuid        not null,
    day          timestamptz not null,
    as_of        timestamptz not null,
    amount       numeric     not null,
    primary key (workspace_id, key_id, day, as_of)
);
-- Across workspaces, for the sweep alone.
create index key_bill_reading_by_age on key_bill_reading (as_of);

-- Keys whose secret may be given to nodes, or could be once, and whether that has come to an end for now.
create table direct_use (
    workspace_id uuid           not null,
    key_id       uuid           not null,
    since        timestamptz    not null,
    -- Nobody looks before; replicas share the work by it.
    next_look_at timestamptz    not null,
    stopped_at   timestamptz,
    exposed      boolean        not null default false,
    period       text,
    window_end   timestamptz,
    limit_amount numeric(20, 9),
    used         numeric(20, 9),
    version      bigint         not null default 0,
    primary key (workspace_id, key_id)
);
-- Across workspaces, for the sweep alone.
create index direct_use_due on direct_use (next_look_at);

do $$
declare
    name text;
begin
    foreach name in array array ['key_bill_day', 'key_bill_reading', 'direct_use'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy own_workspace on %I using '
            '(workspace_id = nullif(current_setting(''leasehold.workspace'', true), '''')::uuid)', name);
    end loop;
end
$$;

-- Whether somebody may have the secret that a key has now.
create index lease_given_out on lease (workspace_id, key_id, secret_version) where mode = 'direct';
