-- A table like any service's own.
create table note (
    workspace_id uuid not null,
    note_id      uuid not null,
    text         text not null,
    primary key (workspace_id, note_id)
);
alter table note enable row level security;
alter table note force row level security;
create policy own_workspace on note
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);
