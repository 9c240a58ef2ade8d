-- Whoever deletes a workspace locks its row and then counts what lives in it. So that nothing is added after that by a call
-- that began before, each addition locks the same row, in a way that additions don't wait for each other.
create function refuse_in_deleted_workspace() returns trigger
    language plpgsql as
$$
declare
    deleted timestamptz;
begin
    select deleted_at into deleted from workspace where workspace_id = new.workspace_id for key share;
    if deleted is not null then
        raise exception 'the workspace was deleted' using errcode = 'check_violation';
    end if;
    return new;
end
$$;

create trigger in_living_workspace before insert on api_key
    for each row execute function refuse_in_deleted_workspace();
create trigger in_living_workspace before insert on provider_account
    for each row execute function refuse_in_deleted_workspace();
