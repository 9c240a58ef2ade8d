-- What is done at providers goes step by step, as revocations and rotations do, and is written down before a provider is asked: whoever
-- is killed in between leaves behind what may be there by now. No release knows these tables yet, so their columns get their names at once.
alter table direct_stop rename column failures to attempts;
alter table direct_stop rename column next_try_at to next_attempt_at;
alter table direct_stop
    -- What is done next, or was done last where nothing is due.
    add column step          text    not null default 'put_into_use',
    -- Whether the provider may have switched it off: true from before it is asked to, until it has switched it on.
    add column told          boolean not null default false,
    add column claimed_until timestamptz,
    add column fence         bigint  not null default 0;

-- The owner is held back by the policies too; those that are there are to be seen for once.
alter table direct_stop no force row level security;
update direct_stop set told = done or disabled_for is not null;
update direct_stop
set step = case when wanted and told then 'switch_off'
                when wanted then 'take_out_of_use'
                when told then 'switch_on'
                else 'put_into_use' end;
alter table direct_stop force row level security;

alter table provider_limit rename column failures to attempts;
alter table provider_limit rename column next_look_at to next_attempt_at;
alter table provider_limit add column fence bigint not null default 0;
-- Across workspaces, for the sweep alone.
create index provider_limit_due on provider_limit (next_attempt_at) where next_attempt_at is not null;

-- Limits that a provider was about to be asked for, until it is known which one is there. Any of them may be.
create table noted_limit (
    workspace_id uuid not null,
    key_id       uuid not null,
    amount       numeric(20, 9),
    reset        text,
    unique nulls not distinct (workspace_id, key_id, amount, reset),
    foreign key (workspace_id, key_id) references provider_limit
);

alter table noted_limit enable row level security;
alter table noted_limit force row level security;
create policy own_workspace on noted_limit
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);
