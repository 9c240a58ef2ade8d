-- Whether money is set aside for a direct lease.
alter table lease add column held boolean not null default false;
create index lease_to_settle on lease (lease_id) where held and ended_at is not null;
create index lease_direct on lease (workspace_id, key_id) where mode = 'direct' and state in ('active', 'draining');
