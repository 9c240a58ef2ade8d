-- What programs may call with: hashes of the tokens that are not revoked, with their roles.
alter table workspace add column api_tokens jsonb not null default '[]';
