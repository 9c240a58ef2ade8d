package io.leasehold.distribution.node;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.leasehold.contracts.NodeState;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.json.Json;
import io.leasehold.kit.page.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The table {@code node}. */
public final class NodeStore {
    private static final TypeReference<Map<String, String>> LABELS = new TypeReference<>() {};

    /** Nodes belong to no domain: in one are those that have, or had, a lease for it. */
    private static final String HAS_LEASE_THERE = """
            exists (select from lease l
                    where l.workspace_id = node.workspace_id and l.node_id = node.node_id and l.domain = any(:domains))
            """;

    private NodeStore() {}

    /** @return false when the identity is enrolled already, here or in a workspace that can't be seen from here */
    static boolean insert(Handle handle, Node node) {
        return handle.createUpdate("""
                                insert into node (workspace_id, node_id, name, issuer, subject, state, labels,
                                                  enrolled_at, last_seen_at, version)
                                values (:workspaceId, :nodeId, :name, :issuer, :subject, :state,
                                        cast(:labelsJson as jsonb), :enrolledAt, :lastSeenAt, :version)
                                on conflict do nothing
                                """)
                        .bindMethods(node)
                        .bind("labelsJson", write(node.labels()))
                        .execute()
                > 0;
    }

    /** Those of the callers' nodes that are known, in the order of their ids as everybody locks them. */
    static List<Node> lockByIdentity(Handle handle, UUID workspaceId, Collection<Caller> callers) {
        return handle.createQuery("""
                        select * from node
                        where (issuer, subject) in (select * from unnest(:issuers, :subjects))
                          and workspace_id = :workspaceId
                        order by node_id for update
                        """)
                .bindArray(
                        "issuers",
                        String.class,
                        callers.stream().map(Caller::issuer).toList())
                .bindArray(
                        "subjects",
                        String.class,
                        callers.stream().map(Caller::subject).toList())
                .bind("workspaceId", workspaceId)
                .map(NodeStore::read)
                .list();
    }

    static void save(Handle handle, Node node) {
        handle.createUpdate("""
                        update node
                        set state = :state, labels = cast(:labelsJson as jsonb), policy = cast(:policyJson as jsonb),
                            enrolled_at = :enrolledAt, last_seen_at = :lastSeenAt, version = :version
                        where workspace_id = :workspaceId and node_id = :nodeId
                        """)
                .bindMethods(node)
                .bind("labelsJson", write(node.labels()))
                .bind("policyJson", node.policy() == null ? null : write(node.policy()))
                .execute();
    }

    /** Only that they were heard of: that happens all the time. */
    static void saveSeen(Handle handle, Collection<Node> nodes, Instant at) {
        handle.createUpdate("""
                        update node set last_seen_at = :at
                        where (workspace_id, node_id) in (select * from unnest(:workspaceIds, :nodeIds))
                        """)
                .bind("at", at)
                .bindArray(
                        "workspaceIds",
                        UUID.class,
                        nodes.stream().map(Node::workspaceId).toList())
                .bindArray(
                        "nodeIds", UUID.class, nodes.stream().map(Node::nodeId).toList())
                .execute();
    }

    static Optional<Node> lock(Handle handle, UUID workspaceId, UUID nodeId) {
        return handle.createQuery("""
                        select * from node where workspace_id = :workspaceId and node_id = :nodeId for update
                        """)
                .bind("workspaceId", workspaceId)
                .bind("nodeId", nodeId)
                .map(NodeStore::read)
                .findOne();
    }

    public static Optional<Node> find(Handle handle, UUID workspaceId, UUID nodeId) {
        return handle.createQuery("select * from node where workspace_id = :workspaceId and node_id = :nodeId")
                .bind("workspaceId", workspaceId)
                .bind("nodeId", nodeId)
                .map(NodeStore::read)
                .findOne();
    }

    /** Of a node that came with an enrolment token; null of all others. Not in each look at a node, as events alone tell it. */
    static @Nullable String findCredentialHash(Handle handle, Node node) {
        return handle.createQuery("""
                        select credential_hash from node_credential
                        where workspace_id = :workspaceId and node_id = :nodeId
                        """)
                .bindMethods(node)
                .mapTo(String.class)
                .findOne()
                .orElse(null);
    }

    /** Whether a node is in one of the domains that the caller sees. */
    static boolean isSeen(Handle handle, Caller caller, Node node) {
        return caller.seesAll()
                || handle.createQuery("""
                                select %s from node where workspace_id = :workspaceId and node_id = :nodeId
                                """.formatted(HAS_LEASE_THERE))
                        .bind("workspaceId", node.workspaceId())
                        .bind("nodeId", node.nodeId())
                        .bindArray("domains", String.class, caller.domains())
                        .mapTo(Boolean.class)
                        .one();
    }

    static Optional<Node> findByIdentity(Handle handle, UUID workspaceId, String issuer, String subject) {
        return handle.createQuery("""
                        select * from node
                        where issuer = :issuer and subject = :subject and workspace_id = :workspaceId
                        """)
                .bind("issuer", issuer)
                .bind("subject", subject)
                .bind("workspaceId", workspaceId)
                .map(NodeStore::read)
                .findOne();
    }

    /** One more than asked for, the oldest first. */
    static List<Node> list(Handle handle, Caller caller, NodeFilter filter, PageRequest page) {
        return handle.createQuery("""
                        select * from node
                        where workspace_id = :workspaceId
                          and (cast(:state as text) is null or state = :state)
                          and (cast(:text as text) is null or strpos(lower(name), lower(:text)) > 0)
                          and (cast(:label as text) is null or labels ->> :label = :value)
                          and (:seesAll or %s)
                          and (cast(:after as uuid) is null or node_id > :after)
                        order by node_id limit :limit
                        """.formatted(HAS_LEASE_THERE))
                .bind("workspaceId", caller.workspaceId())
                .bind("seesAll", caller.seesAll())
                .bindArray("domains", String.class, caller.seesAll() ? Set.of() : caller.domains())
                .bind("state", filter.state() == null ? null : filter.state().wireName())
                .bind("text", filter.text())
                .bind("label", filter.label())
                .bind("value", filter.labelValue())
                .bindByType("after", page.positionId().orElse(null), UUID.class)
                .bind("limit", page.oneMore())
                .map(NodeStore::read)
                .list();
    }

    /** Enrolled nodes that were not heard of since, and that nobody else is looking at. */
    static List<Node> lockSilent(Handle handle, Instant since, int max) {
        return handle.createQuery("""
                        select * from node where state = 'enrolled' and last_seen_at < :since
                        order by last_seen_at limit :max for update skip locked
                        """)
                .bind("since", since)
                .bind("max", max)
                .map(NodeStore::read)
                .list();
    }

    /** Those of the nodes that were last seen before a time, unless somebody else is at them. */
    static List<Node> lockSeenBefore(Handle handle, Collection<UUID> nodeIds, Instant before) {
        return handle.createQuery("""
                        select * from node
                        where node_id = any(:nodeIds) and state <> 'removed' and last_seen_at < :before
                        for update skip locked
                        """)
                .bindArray("nodeIds", UUID.class, nodeIds)
                .bind("before", before)
                .map(NodeStore::read)
                .list();
    }

    private static Node read(ResultSet row, StatementContext context) throws SQLException {
        String policy = row.getString("policy");
        try {
            return new Node(
                    row.getObject("workspace_id", UUID.class),
                    row.getObject("node_id", UUID.class),
                    row.getString("name"),
                    row.getString("issuer"),
                    row.getString("subject"),
                    NodeState.of(row.getString("state")),
                    Json.events().readValue(row.getString("labels"), LABELS),
                    policy == null ? null : Json.events().readValue(policy, NodePolicy.class),
                    row.getTimestamp("enrolled_at").toInstant(),
                    row.getTimestamp("last_seen_at").toInstant(),
                    row.getLong("version"));
        } catch (JsonProcessingException unreadable) {
            throw new SQLException("node.labels or node.policy is not what we wrote", unreadable);
        }
    }

    private static String write(Object value) {
        try {
            return Json.events().writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
