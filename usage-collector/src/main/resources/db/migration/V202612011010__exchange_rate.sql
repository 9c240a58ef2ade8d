-- How many USD one unit of a currency was on a day. No workspace's: rates are the same for all.
create table exchange_rate (
    currency text    not null,
    day      date    not null,
    usd      numeric not null check (usd > 0),
    source   text    not null,
    primary key (currency, day)
);

-- For the sweep of what is too old.
create index exchange_rate_by_age on exchange_rate (day);

-- When a source of rates is asked next, by whichever replica is first.
create table exchange_rate_poll (
    source  text        not null primary key,
    next_at timestamptz not null
);

-- What a charge in another currency is in USD, and by which rate; the amount stays as it was told.
alter table cost_line
    add column usd         numeric,
    add column rate        numeric,
    add column rate_date   date,
    add column rate_source text;
