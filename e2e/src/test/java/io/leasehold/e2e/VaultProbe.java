package io.leasehold.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.demo.client.Http;
import io.leasehold.localstack.VaultAddress;
import io.leasehold.test.Servers;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/** Looks into the real Vault with every right. */
public final class VaultProbe {
    private final VaultAddress vault =
            Objects.requireNonNull(Servers.addresses().vault(), "These tests need a Vault; ./leasehold vault build");
    private final Http http = new Http();

    /** Where a path ends with this id, in any workspace; empty when Vault knows nothing of it, not even deleted. */
    public Optional<String> findPath(String id) {
        return find("", id);
    }

    private Optional<String> find(String folder, String id) {
        Http.Answer answer = http.get(
                URI.create(vault.url() + "/v1/leasehold/metadata/" + folder + "?list=true"),
                "X-Vault-Token",
                vault.rootToken());
        if (answer.status() == 404) {
            return Optional.empty();
        }
        for (JsonNode name : answer.expectSuccess().at("/data/keys")) {
            String path = folder + name.asText();
            Optional<String> found =
                    path.endsWith("/") ? find(path, id) : Optional.of(path).filter(known -> known.endsWith(id));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
