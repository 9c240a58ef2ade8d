-- By what nodes are known that came with an enrolment token: the hash only, as distribution-service tells it.
alter table node add column credential_sha256 text;
-- Across workspaces: which one it is in is what the credential says.
create unique index node_credential on node (credential_sha256);
