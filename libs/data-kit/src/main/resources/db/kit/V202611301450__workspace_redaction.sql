-- What must not be told of the bodies of requests and answers, besides what never is.
alter table workspace add column redaction jsonb not null default '[]';
