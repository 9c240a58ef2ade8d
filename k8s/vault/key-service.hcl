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
# Readiness asks whether it is let in at all, and a token that lasts is renewed.
path "auth/token/lookup-self" {
  capabilities = ["read"]
}
path "auth/token/renew-self" {
  capabilities = ["update"]
}
