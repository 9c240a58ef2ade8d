-- What keys are found by, and a note on each.
alter table api_key add column label text;
alter table api_key add column expires_at timestamptz;

-- Everything that a key is found by, in lower case, a line each, tags behind a '#'.
create function api_key_words(name text, label text, last4 text, tags text[]) returns text
    language sql stable
return lower(concat(E'\n', name, E'\n', label, E'\n', last4, E'\n#', array_to_string(tags, E'\n#'), E'\n'));

-- The beginning of it, which is nearly always all of it: an index's row must stay small. Kept by the database, so that a
-- replica of the version before writes it, too.
alter table api_key add column search text;

create function api_key_keep_search() returns trigger
    language plpgsql as $$
begin
    new.search := left(api_key_words(new.name, new.label, new.last4, new.tags), 300);
    return new;
end
$$;

create trigger api_key_search before insert or update on api_key
    for each row execute function api_key_keep_search();

alter table api_key no force row level security;
update api_key set search = '';
alter table api_key force row level security;
alter table api_key alter column search set not null;

-- Each list in its order, filtered without a look into the table. Under row-level security an index on the words, or on
-- tags, could not be used: their operators are not leakproof.
create index api_key_newest on api_key (workspace_id, key_id) include (name, state, provider, account_id, search);
create index api_key_names on api_key (workspace_id, name) include (key_id, state, provider, account_id, search);
create index api_key_secret on api_key (workspace_id, fingerprint);
create index api_key_account on api_key (workspace_id, account_id);

-- When each version of a key's secret was last used, as the gateways tell.
create table key_use (
    workspace_id   uuid        not null,
    key_id         uuid        not null,
    secret_version integer     not null,
    last_used_at   timestamptz not null,
    primary key (workspace_id, key_id, secret_version)
);

-- What a key's windows stand at, as distribution-service tells; the newest of each period.
create table key_spend (
    workspace_id uuid           not null,
    key_id       uuid           not null,
    period       text           not null,
    window_start timestamptz    not null,
    window_end   timestamptz,
    spent        numeric(20, 9) not null,
    presumed     numeric(20, 9) not null,
    version      bigint         not null,
    primary key (workspace_id, key_id, period)
);

alter table key_use enable row level security;
alter table key_use force row level security;
create policy own_workspace on key_use
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);

alter table key_spend enable row level security;
alter table key_spend force row level security;
create policy own_workspace on key_spend
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);
