# usage-collector polls with the accounts' admin credentials. It reads keys only where a provider has no admin API; a path
# can't say so, hence the audit. It writes nothing: what GitHub's device flow returns it hands to key-service.
path "leasehold/data/+/accounts/+" {
  capabilities = ["read"]
}
path "leasehold/data/+/keys/+" {
  capabilities = ["read"]
}
# A token that lasts is renewed.
path "auth/token/renew-self" {
  capabilities = ["update"]
}
