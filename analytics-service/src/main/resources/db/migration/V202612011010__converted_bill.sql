-- What a charge in another currency is in USD, and by which rate; null where it is in USD, and where no rate is known.
alter table provider_cost_line
    add column usd         numeric,
    add column rate        numeric,
    add column rate_date   date,
    add column rate_source text;
