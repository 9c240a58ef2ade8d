-- A pending secret whose row will never come: from then on it is only destroyed. Kept apart from destroying it, as the
-- secret store is never asked with a row locked.
alter table pending_secret add column abandoned boolean not null default false;
