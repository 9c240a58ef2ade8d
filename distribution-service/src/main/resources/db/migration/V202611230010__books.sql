-- Why a key is in its state, where that needs a reason: told to whoever loses a lease by it.
alter table pool_key add column reason text;

-- Until when windows of the zone that a limit had before may still overlap with those of its zone now; null if it never moved.
alter table scope_limit add column moved_until timestamptz;

-- A window of a zone that its limit has left: not counted any longer, and only kept for what is held in it.
alter table spend_window add column superseded boolean not null default false;

-- Since when everything is counted in it; windows that are here already may be older than the ledger reaches back.
alter table spend_window add column created_at timestamptz not null default 'epoch';
alter table spend_window alter column created_at set default now();

-- Windows are dropped a while after their end.
create index spend_window_end on spend_window (window_end);

-- A replica that is closed and has no open hold left needs no more attention.
alter table replica add column emptied boolean not null default false;
create index replica_to_empty on replica (replica) where closed and not emptied;

-- What the lease windows are checked against.
alter table settled_request add column lease_id uuid;
