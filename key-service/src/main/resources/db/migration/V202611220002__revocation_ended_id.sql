-- Which of the provider's keys was ended. A key that is bound to another one since must be revoked again.
alter table revocation add column ended_id text;
