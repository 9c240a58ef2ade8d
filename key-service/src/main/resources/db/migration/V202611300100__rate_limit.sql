-- How fast things may be used, of a scope as a whole; null where nothing was set.
alter table spend_limit add column rates jsonb;
