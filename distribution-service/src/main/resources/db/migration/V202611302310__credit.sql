-- All that was ever found in a window to be presumed spent and not to be billed.
alter table spend_window add column credited numeric(20, 9) not null default 0;
