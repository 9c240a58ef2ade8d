-- When the token of whoever has signed in ends by itself, where it does.
alter table github_sign_in add column token_expires_at timestamptz;

-- Across workspaces, for the sweep alone.
create index github_sign_in_ending on github_sign_in (token_expires_at)
    where state = 'signed_in' and token_expires_at is not null;
