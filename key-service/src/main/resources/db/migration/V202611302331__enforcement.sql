-- Keys that nobody but their provider can stop, as distribution-service tells of them, and what came of that.
create table direct_stop (
    workspace_id uuid        not null,
    key_id       uuid        not null,
    wanted       boolean     not null,
    version      bigint      not null,
    period       text,
    window_end   timestamptz,
    limit_amount numeric(20, 9),
    used         numeric(20, 9),
    as_of        timestamptz,
    -- Whether the provider was told to refuse it.
    done         boolean     not null default false,
    done_at      timestamptz,
    -- For what reason it was taken out of use here; null where somebody else did that.
    disabled_for text,
    message      text,
    failures     int         not null default 0,
    -- Null where there is nothing to do.
    next_try_at  timestamptz,
    primary key (workspace_id, key_id)
);
-- Across workspaces, for the sweep alone.
create index direct_stop_due on direct_stop (next_try_at) where next_try_at is not null;

-- What limits of keys were set at their providers, as they are set here.
create table provider_limit (
    workspace_id   uuid        not null,
    key_id         uuid        not null,
    limits_version bigint      not null,
    -- The provider's id of the key that it was set on; null where none was, or it was taken away again.
    set_on         text,
    amount         numeric(20, 9),
    reset          text,
    set_at         timestamptz,
    message        text,
    failures       int         not null default 0,
    next_look_at   timestamptz,
    -- Who sets it is alone at it until then, so that an earlier limit never comes after a later one.
    claimed_until  timestamptz,
    primary key (workspace_id, key_id)
);

do $$
declare
    name text;
begin
    foreach name in array array ['direct_stop', 'provider_limit'] loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy own_workspace on %I using '
            '(workspace_id = nullif(current_setting(''leasehold.workspace'', true), '''')::uuid)', name);
    end loop;
end
$$;
