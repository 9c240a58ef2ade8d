-- Drops the partitions that ended before a time, and tells their names. Needs the table for itself for a moment; where
-- somebody reads for long, it gives up and is called again later, instead of holding up everybody behind it.
create function drop_request_partitions(before timestamptz) returns setof text
    language plpgsql
    security definer
    set search_path = public, pg_temp
    set lock_timeout = '2s'
as $$
declare
    partition text;
begin
    -- Every function may be called by every role, and with the definer's rights this one touches all workspaces.
    if not exists (select from pg_roles where rolname = session_user and rolbypassrls) then
        raise exception 'only for a role that sees every workspace' using errcode = '42501';
    end if;
    perform pg_advisory_xact_lock(hashtext('ensure_request_partition'));
    for partition in
        select c.relname
        from pg_inherits i
        join pg_class c on c.oid = i.inhrelid
        where i.inhparent = 'request'::regclass
          and (to_date(c.relname, '"request_"YYYY_MM') + interval '1 month') at time zone 'UTC' <= before
        order by c.relname
    loop
        execute format('drop table %I', partition);
        return next partition;
    end loop;
end
$$;

-- Amounts have all the digits that the provider gave; sums of them are rounded once.
alter table provider_cost_line alter column amount type numeric;
