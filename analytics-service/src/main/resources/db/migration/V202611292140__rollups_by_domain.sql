-- What people see whose role is for some domains only: the same figures as the cubes of the whole workspace, by domain.
-- Requests without a domain are in none of them. What was counted before is put in by a rebuild (POST /api/v1/stats/rebuild).
create table rollup_domain_model (
    like rollup_model,
    domain text not null,
    primary key (workspace_id, at, domain, provider, model)
);

create table rollup_domain_node (
    like rollup_node,
    domain text not null,
    primary key (workspace_id, at, domain, node_id)
);

create table rollup_domain_key (
    like rollup_key,
    domain text not null,
    primary key (workspace_id, at, domain, account_id, key_id)
);

do $$
declare
    cube text;
begin
    foreach cube in array array ['rollup_domain_model', 'rollup_domain_node', 'rollup_domain_key'] loop
        execute format('alter table %I enable row level security', cube);
        execute format('alter table %I force row level security', cube);
        execute format('create policy own_workspace on %I using '
            '(workspace_id = nullif(current_setting(''leasehold.workspace'', true), '''')::uuid)', cube);
    end loop;
end
$$;
