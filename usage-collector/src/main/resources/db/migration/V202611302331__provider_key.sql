-- Every id that a key of ours ever had at its provider: a rotated key has another one, and what it cost before stays its own.
create table provider_key (
    workspace_id    uuid not null,
    account_id      uuid not null,
    provider_key_id text not null,
    key_id          uuid not null,
    primary key (workspace_id, account_id, provider_key_id)
);

insert into provider_key (workspace_id, account_id, provider_key_id, key_id)
select distinct on (workspace_id, account_id, provider_key_id) workspace_id, account_id, provider_key_id, key_id
from api_key where provider_key_id is not null
order by workspace_id, account_id, provider_key_id, key_id desc;

alter table provider_key enable row level security;
alter table provider_key force row level security;
create policy own_workspace on provider_key
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);
