-- Since when a replica has been lent anything; that of replicas which are here already nobody knows.
alter table replica add column started_at timestamptz not null default 'epoch';
alter table replica alter column started_at set default now();
