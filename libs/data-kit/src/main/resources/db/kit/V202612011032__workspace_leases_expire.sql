-- Whether leases by the gateway end by themselves.
alter table workspace add column leases_expire boolean not null default true;
