-- Which rounds of looking for a first platform admin are over. It belongs to no workspace; only the system reads it.
create table first_admin (
    round     integer     not null primary key,
    user_name text        not null,
    appointed boolean     not null,
    noted_at  timestamptz not null
);

alter table first_admin enable row level security;
alter table first_admin force row level security;
create policy nobody on first_admin using (false);
