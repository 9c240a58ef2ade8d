-- The part of each sum that nodes told of themselves: it counts, and is no coverage of a provider's bill. A default, so that
-- replicas of the version before go on writing.
do $$
declare
    cube text;
begin
    foreach cube in array array ['rollup_total', 'rollup_model', 'rollup_domain', 'rollup_node', 'rollup_key',
                                 'rollup_domain_model', 'rollup_domain_node', 'rollup_domain_key'] loop
        execute format('alter table %I add column reported_requests bigint not null default 0, '
            'add column reported_cost numeric(20, 9) not null default 0, '
            'add column reported_unknown_cost bigint not null default 0', cube);
    end loop;
end
$$;
