-- What providers charged for keys that nodes may hold themselves, by the day as they tell it, beside what was settled of it here.
create table direct_use (
    workspace_id uuid           not null,
    key_id       uuid           not null,
    from_at      timestamptz    not null,
    to_at        timestamptz    not null,
    charged      numeric(20, 9) not null,
    -- Of that, what neither a gateway nor a node has told of.
    untold       numeric(20, 9) not null,
    -- How fast that grew between the last two figures.
    per_second   numeric(30, 18) not null,
    as_of        timestamptz    not null,
    primary key (workspace_id, key_id, from_at)
);

-- Whether a limit is a key's of which there is anything in direct_use; so that it is not looked for with each grant.
alter table scope_limit add column used_directly boolean not null default false;

-- Of which windows the nodes that hold their key were told that nothing is left.
create table direct_use_told (
    workspace_id uuid        not null,
    key_id       uuid        not null,
    period       text        not null,
    window_start timestamptz not null,
    primary key (workspace_id, key_id, period, window_start)
);

alter table direct_use enable row level security;
alter table direct_use force row level security;
create policy own_workspace on direct_use
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);

alter table direct_use_told enable row level security;
alter table direct_use_told force row level security;
create policy own_workspace on direct_use_told
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);
