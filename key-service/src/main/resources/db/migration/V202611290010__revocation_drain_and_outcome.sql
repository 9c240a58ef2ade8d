-- How long requests that are under way may take to finish before the key's use ends.
alter table revocation add column drain interval not null default '0';
-- What the provider answered when the key was ended, and what hinders the step under way.
alter table revocation add column outcome text;
alter table revocation add column failure text;

-- The same of the key, which tells it in its events.
alter table api_key add column outcome text;
