# usage-collector polls with the accounts' admin credentials. It reads keys only where a provider has no admin API; a path
# can't say so, hence the audit. What GitHub's device flow returns it keeps itself.
path "leasehold/data/+/accounts/+" {
  capabilities = ["read"]
}
path "leasehold/data/+/keys/+" {
  capabilities = ["read"]
}
path "leasehold/data/+/accounts/+/github" {
  capabilities = ["create", "update", "read"]
}
# A token that lasts is renewed.
path "auth/token/renew-self" {
  capabilities = ["update"]
}
