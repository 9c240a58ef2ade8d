package io.leasehold.bench.leases;

import io.leasehold.localstack.PostgresAddress;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The workspace, straight in the tables of distribution-service: what key-service would have told, nodes that came with an
 * enrolment token each, and leases that are here already.
 */
final class FleetRows implements AutoCloseable {
    private static final String WORKSPACE = """
            insert into workspace (workspace_id, slug, name, capture, fail_open, domains, version, changed_at)
            values (?, ?, 'Benchmark', 'metadata', false, '[]', 1, now())
            """;

    private static final String KEYS = """
            insert into pool_key (workspace_id, key_id, account_id, provider, name, state, models, version)
            select ?, id, gen_random_uuid(), ?, 'key-' || n, 'active', '{}', 1
            from unnest(cast(? as uuid[])) with ordinality as k (id, n)
            """;

    private static final String LIMIT = """
            insert into scope_limit (workspace_id, scope, scope_id, period, amount, zone, version)
            values (?, ?, ?, ?, 10000000, 'UTC', 1)
            """;

    private static final String NODES = """
            with fresh as (
                insert into node (workspace_id, node_id, name, issuer, subject, state, enrolled_at, last_seen_at, version)
                select ?, id, 'bench-' || n, 'urn:leasehold:enrolment', id::text, 'enrolled', now(), now(), 1
                from (select gen_random_uuid() as id, n from generate_series(?, ?) as n) as made
                returning workspace_id, node_id, name)
            insert into node_credential (workspace_id, node_id, credential_hash, created_at)
            select workspace_id, node_id,
                   encode(sha256(convert_to('lhn_' || ? || replace(name, 'bench', ''), 'UTF8')), 'hex'), now()
            from fresh
            """;

    private static final String LEASE_COLUMNS = """
            insert into lease (workspace_id, lease_id, node_id, provider, mode, state, key_id, user_name, models,
                               spend_limit, issued_at, expires_at, version)
            """;

    private static final String LEASES_OF_GATEWAYS = LEASE_COLUMNS + """
            select ?, l.id, n.node_id, ?, 'gateway', 'active', k.ids[1 + l.n % cardinality(k.ids)], 'gateway-' || l.n, '{}',
                   1000000, now(), now() + interval '7 days', 1
            from unnest(cast(? as uuid[])) with ordinality as l (id, n)
            cross join (select cast(? as uuid[]) as ids) k
            cross join (select node_id from node where workspace_id = ? limit 1) n
            """;

    /** The same number for each node; each with a token and with the window that its requests counted in. */
    private static final String LEASES_OF_NODES = "with fresh as (" + LEASE_COLUMNS + """
                select n.workspace_id, uuidv7(), n.node_id, ?, 'gateway', 'active',
                       k.ids[1 + (abs(hashtext(n.name)::bigint) + s.n) % cardinality(k.ids)], 'seeded-' || s.n, '{}', 10,
                       now(), now() + interval '7 days', 1
                from generate_series(1, ?) as s (n)
                cross join node n
                cross join (select cast(? as uuid[]) as ids) k
                where n.workspace_id = ?
                returning workspace_id, lease_id),
            tokens as (
                insert into lease_token (workspace_id, token_hash, lease_id)
                select workspace_id, encode(sha256(lease_id::text::bytea), 'hex'), lease_id from fresh)
            insert into spend_window (workspace_id, scope, scope_id, period, window_start, limit_amount, spent, told_version)
            select workspace_id, 'lease', lease_id::text, 'lease', 'epoch', 10, 0, 1 from fresh
            """;

    private static final String LEASES_THAT_END = LEASE_COLUMNS + """
            select n.workspace_id, uuidv7(), n.node_id, ?, 'gateway', 'active', ?, 'ending', '{}', 10, now(), ?, 1
            from node n where n.workspace_id = ? order by n.node_id limit ?
            """;

    private final Connection connection;

    FleetRows(PostgresAddress server, String database) throws SQLException {
        this.connection = DriverManager.getConnection(server.jdbcUrl(database), server.superuser(), server.password());
    }

    /** Workspace, keys with limits, and the leases of the gateways' requests. */
    void make(Fleet fleet, int nodes) throws SQLException {
        update(WORKSPACE, fleet.workspaceId(), fleet.slug());
        update(KEYS, fleet.workspaceId(), Fleet.PROVIDER, ids(Fleet.keyIds()));
        for (UUID key : Fleet.keyIds()) {
            update(LIMIT, fleet.workspaceId(), "key", key.toString(), "day");
        }
        update(LIMIT, fleet.workspaceId(), "domain", fleet.domainId().toString(), "day");
        update(LIMIT, fleet.workspaceId(), "workspace", fleet.workspaceId().toString(), "month");
        addNodes(fleet, 0, nodes);
        update(
                LEASES_OF_GATEWAYS,
                fleet.workspaceId(),
                Fleet.PROVIDER,
                ids(Fleet.leaseIds()),
                ids(Fleet.keyIds()),
                fleet.workspaceId());
        analyze();
    }

    void addNodes(Fleet fleet, int from, int to) throws SQLException {
        update(NODES, fleet.workspaceId(), from, to - 1, fleet.slug());
    }

    void addLeases(Fleet fleet, int ofEachNode) throws SQLException {
        update(LEASES_OF_NODES, Fleet.PROVIDER, ofEachNode, ids(Fleet.keyIds()), fleet.workspaceId());
        analyze();
    }

    void addLeasesThatEnd(Fleet fleet, int count, Instant at) throws SQLException {
        update(LEASES_THAT_END, Fleet.PROVIDER, Fleet.keyId(0), Timestamp.from(at), fleet.workspaceId(), count);
    }

    /** Leases that end at that time and were not swept yet. */
    int countOverdue(Fleet fleet, Instant endingAt) throws SQLException {
        try (PreparedStatement count = connection.prepareStatement("""
                select count(*) from lease
                where state in ('active', 'draining') and expires_at = ? and workspace_id = ?
                """)) {
            count.setTimestamp(1, Timestamp.from(endingAt));
            count.setObject(2, fleet.workspaceId());
            try (ResultSet rows = count.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    /** What autovacuum would do in a while, done before anything is measured. */
    private void analyze() throws SQLException {
        try (Statement analyze = connection.createStatement()) {
            analyze.execute("vacuum analyze");
            analyze.execute("checkpoint");
        }
    }

    private Array ids(List<UUID> ids) throws SQLException {
        return connection.createArrayOf("uuid", ids.toArray());
    }

    private void update(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
