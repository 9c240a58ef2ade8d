package io.leasehold.localstack.vault;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.localstack.PrivateFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** Initialises a Vault of our own once, and unseals it at every start with the one key that is kept beside its data. */
final class VaultSeal {
    private final URI url;
    private final Path file;

    VaultSeal(URI url, Path file) {
        this.url = url;
        this.file = file;
    }

    /**
     * What opens a Vault of our own.
     *
     * @param unsealKey the only share of the unseal key
     * @param rootToken a token with every right
     */
    record Keys(String unsealKey, String rootToken) {
        @Override
        public String toString() {
            return "Keys[…]";
        }
    }

    Keys open() throws IOException, InterruptedException {
        var api = new VaultApi(url, "");
        Keys keys = Files.exists(file) ? load() : initialise(api);
        if (api.get("sys/seal-status").path("sealed").asBoolean()) {
            api.put("sys/unseal", Map.of("key", keys.unsealKey()));
        }
        return keys;
    }

    private Keys initialise(VaultApi api) throws IOException, InterruptedException {
        JsonNode answer = api.put("sys/init", Map.of("secret_shares", 1, "secret_threshold", 1));
        var keys = new Keys(
                answer.path("keys_base64").path(0).asText(),
                answer.path("root_token").asText());
        var properties = new Properties();
        properties.setProperty("unseal-key", keys.unsealKey());
        properties.setProperty("root-token", keys.rootToken());
        PrivateFile.storeProperties(file, properties, "Opens the Vault beside this file");
        return keys;
    }

    Keys load() throws IOException {
        Properties properties = PrivateFile.loadProperties(file);
        return new Keys(properties.getProperty("unseal-key", ""), properties.getProperty("root-token", ""));
    }
}
