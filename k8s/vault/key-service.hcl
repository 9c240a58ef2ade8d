# key-service owns every secret: it writes them with check-and-set, reads them to verify and to hand them out, and
# destroys all versions when a key is revoked.
path "leasehold/data/*" {
  capabilities = ["create", "update", "read", "delete"]
}
path "leasehold/delete/*" {
  capabilities = ["update"]
}
path "leasehold/destroy/*" {
  capabilities = ["update"]
}
path "leasehold/metadata/*" {
  capabilities = ["read", "list", "delete"]
}
# Where keys take their secrets from Vault (leasehold.key-sources), it reads these too; each by its path and no more, such as
# for vault-path=secret/teams/openai:
#   path "secret/data/teams/openai" { capabilities = ["read"] }
# Readiness asks whether it is let in at all, and a token that lasts is renewed.
path "auth/token/lookup-self" {
  capabilities = ["read"]
}
path "auth/token/renew-self" {
  capabilities = ["update"]
}
