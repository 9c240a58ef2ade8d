package io.leasehold.bench.revocation;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.demo.client.Http;
import io.leasehold.localstack.PostgresAddress;
import io.leasehold.localstack.StackAddresses;
import io.leasehold.localstack.VaultAddress;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** The keys whose secret is in the store, read past the service: from Vault, or where there is none from the sealed table. */
public final class StoredSecrets {
    private final StackAddresses servers;
    private final String database;

    /** @param database key-service's */
    public StoredSecrets(StackAddresses servers, String database) {
        this.servers = servers;
        this.database = database;
    }

    /** Also of those that are deleted but not destroyed. */
    Set<UUID> ofKeys(UUID workspaceId) throws SQLException {
        VaultAddress vault = servers.vault();
        return vault == null ? sealed(workspaceId) : inVault(vault, workspaceId);
    }

    private static Set<UUID> inVault(VaultAddress vault, UUID workspaceId) {
        Set<UUID> keys = new HashSet<>();
        URI folder = URI.create(vault.url() + "/v1/leasehold/metadata/" + workspaceId + "/keys?list=true");
        Http.Answer answer = new Http().get(folder, "X-Vault-Token", vault.rootToken());
        if (answer.status() != 404) {
            for (JsonNode key : answer.expectSuccess().at("/data/keys")) {
                keys.add(UUID.fromString(key.asText()));
            }
        }
        return keys;
    }

    private Set<UUID> sealed(UUID workspaceId) throws SQLException {
        PostgresAddress server = servers.postgres();
        Set<UUID> keys = new HashSet<>();
        try (Connection connection =
                        DriverManager.getConnection(server.jdbcUrl(database), server.superuser(), server.password());
                PreparedStatement select =
                        connection.prepareStatement("select owner_id from sealed_secret where workspace_id = ?")) {
            select.setObject(1, workspaceId);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    keys.add(rows.getObject(1, UUID.class));
                }
            }
        }
        return keys;
    }
}
