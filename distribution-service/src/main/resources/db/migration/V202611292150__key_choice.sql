-- By which keys are chosen, and handed out where that is allowed.
alter table pool_key add column tags text[] not null default '{}';
alter table pool_key add column direct_allowed boolean not null default false;
alter table pool_key add column secret_version integer;
alter table pool_key add column endpoint text;

-- What the keys of a lease must have.
alter table lease add column tags text[] not null default '{}';
-- Of a direct lease: the version of the secret that its node was given last.
alter table lease add column secret_version integer;
