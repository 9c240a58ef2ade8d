-- What a request's price depends on beside its tokens, in the provider's words; web_searches is null in rows from before it was
-- told, which can't be priced again.
alter table request add column web_searches bigint;
alter table request add column service_tier text;
alter table request add column region text;
alter table request add column speed text;

-- History that was priced again, or would have been: what is asked for, how far it has come, and what came of it.
create table repricing (
    workspace_id          uuid           not null,
    repricing_id          uuid           not null,
    begins_at             timestamptz    not null,
    ends_at               timestamptz    not null,
    provider              text,
    model                 text,
    dry_run               boolean        not null,
    reason                text,
    created_at            timestamptz    not null,
    created_by            text           not null,
    -- Null while it goes on.
    finished_at           timestamptz,
    -- The last request that was looked at.
    reached_at            timestamptz    not null,
    reached_id            uuid           not null,
    requests              bigint         not null,
    requests_changed      bigint         not null,
    requests_priced       bigint         not null,
    requests_unpriced     bigint         not null,
    cost_before           numeric(20, 9) not null,
    cost_after            numeric(20, 9) not null,
    primary key (workspace_id, repricing_id)
);
create index repricing_unfinished on repricing (created_at) where finished_at is null;

alter table repricing enable row level security;
alter table repricing force row level security;
create policy own_workspace on repricing
    using (workspace_id = nullif(current_setting('leasehold.workspace', true), '')::uuid);
