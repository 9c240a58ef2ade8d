-- Which relay sends a shard of the outbox, and until when whatever it sent may still be on its way.
create table outbox_claim (
    shard   smallint    not null primary key,
    relay   uuid        not null,
    ends_at timestamptz not null
);

alter table outbox_claim enable row level security;
alter table outbox_claim force row level security;
create policy nobody on outbox_claim using (false);
