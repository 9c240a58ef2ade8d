-- Limits as configured: all of a scope in one row, which is the aggregate that is versioned and published.
create table spend_limit (
    workspace_id uuid        not null,
    scope        text        not null,
    scope_id     text        not null,
    limits       jsonb       not null,
    version      bigint      not null,
    changed_at   timestamptz not null,
    primary key (workspace_id, scope, scope_id)
);

alter table spend_limit enable row level security;
alter table spend_limit force row level security;
create policy own_workspace on spend_limit
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);
