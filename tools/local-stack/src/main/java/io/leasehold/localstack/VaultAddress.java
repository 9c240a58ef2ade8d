package io.leasehold.localstack;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A running, unsealed Vault with {@code kv-v2} at {@code leasehold/} and an AppRole per service.
 *
 * @param url base address without a slash at the end
 * @param rootToken a token with every right
 * @param unsealKey the one unseal key; null where the Vault is not ours
 * @param roles AppRole login per service
 */
public record VaultAddress(
        URI url, String rootToken, @Nullable String unsealKey, Map<String, AppRole> roles) {

    public VaultAddress {
        roles = Map.copyOf(roles);
    }

    /** @throws IllegalArgumentException when the service has no role */
    public AppRole role(String service) {
        return StackAddresses.required(roles, service);
    }

    @Override
    public String toString() {
        return "VaultAddress[" + url + "]";
    }

    /** What a service signs in with. */
    public record AppRole(String roleId, String secretId) {
        @Override
        public String toString() {
            return "AppRole[" + roleId + "]";
        }
    }
}
