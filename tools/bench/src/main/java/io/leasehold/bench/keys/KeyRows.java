package io.leasehold.bench.keys;

import io.leasehold.localstack.PostgresAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/**
 * Fills a workspace with keys straight in the table, where adding each by the API would take minutes. They are copies of a
 * key that was added, under names, tags and states of their own; nobody has their secrets.
 */
final class KeyRows {
    private static final String COPY = """
            insert into api_key
            select (jsonb_populate_record(k, jsonb_build_object(
                'key_id', uuidv7(),
                'name', 'seeded-' || lpad(n::text, 6, '0'),
                'last4', lpad(to_hex(n %% 65536), 4, '0'),
                'tags', jsonb_build_array('team:' || n %% 97, case when n %% 2 = 0 then 'production' else 'staging' end),
                'state', case when n %% 100 = 0 then 'disabled' else 'active' end,
                'fingerprint', '\\x' || encode(sha256(('seeded' || n)::bytea), 'hex'),
                'provider_key_id', null,
                'created_at', k.created_at - n * interval '1 second'))).*
            from api_key k, generate_series(1, ?) n
            where k.workspace_id = ? and k.name = ?
            """.replace("%%", "%");

    private final PostgresAddress server;
    private final String database;

    KeyRows(PostgresAddress server, String database) {
        this.server = server;
        this.database = database;
    }

    void add(int count, UUID workspaceId, String like) throws SQLException {
        try (Connection connection =
                DriverManager.getConnection(server.jdbcUrl(database), server.superuser(), server.password())) {
            try (PreparedStatement copy = connection.prepareStatement(COPY)) {
                copy.setInt(1, count);
                copy.setObject(2, workspaceId);
                copy.setString(3, like);
                copy.executeUpdate();
            }
            try (Statement analyze = connection.createStatement()) {
                analyze.execute("vacuum analyze api_key");
            }
        }
    }
}
