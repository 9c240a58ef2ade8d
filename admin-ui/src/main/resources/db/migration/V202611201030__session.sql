-- A signed-in browser. It belongs to a user, who may be in several workspaces, so no workspace leads its key.
-- The row alone opens nothing: its id is a hash of the cookie, and the tokens are sealed with a key derived from it.
create table session (
    session_id    bytea       not null primary key,
    sealed_tokens bytea       not null,
    expires_at    timestamptz not null
);
create index session_expiry on session (expires_at);
