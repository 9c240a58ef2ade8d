-- A version of a secret that was destroyed while others live: its row stays, so that its number is never used again.
alter table sealed_secret
    alter column master_key_id drop not null,
    alter column nonce drop not null,
    alter column ciphertext drop not null;
