-- The prices that a workspace has set for itself: all of them in one row, which is the aggregate that is versioned and told.
create table workspace_price (
    workspace_id uuid        not null primary key,
    overrides    jsonb       not null,
    version      bigint      not null,
    changed_at   timestamptz not null
);

alter table workspace_price enable row level security;
alter table workspace_price force row level security;
create policy own_workspace on workspace_price
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);
