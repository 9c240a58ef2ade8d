package io.leasehold.distribution.enrolment;

import io.leasehold.contracts.OpaqueToken;
import io.leasehold.contracts.ProblemType;
import io.leasehold.contracts.TokenKind;
import io.leasehold.distribution.node.Node;
import io.leasehold.distribution.node.NodeRegistry;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.id.Ids;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import io.leasehold.kit.problem.ConflictProblem;
import io.leasehold.kit.problem.InvalidRequestProblem;
import io.leasehold.kit.problem.NotFoundProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tokens that let nodes in, and identities of others that are taken in. */
@ApplicationScoped
class EnrolmentService {
    /** Who vouches for nodes that came with an enrolment token: this service. */
    static final String ISSUER = "urn:leasehold:enrolment";

    private final Database database;
    private final NodeRegistry nodes;
    private final Audit audit;
    private final EnrolmentConfig config;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    EnrolmentService(Database database, NodeRegistry nodes, Audit audit, EnrolmentConfig config, Clock clock) {
        this.database = database;
        this.nodes = nodes;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    /** A token and its text, which is told once. */
    record Made(EnrolmentToken token, OpaqueToken secret) {}

    /** A node that is in, and how it proves who it is, which is told once. */
    record Enrolled(Node node, OpaqueToken credential) {}

    /** @param ttl null for the usual time */
    Made makeToken(Caller caller, @Nullable String label, @Nullable Duration ttl, Map<String, String> labels) {
        Duration wanted = ttl == null ? config.tokenTtl() : ttl;
        if (wanted.compareTo(Duration.ofSeconds(1)) < 0 || wanted.compareTo(config.maxTokenTtl()) > 0) {
            throw new InvalidRequestProblem("ttl", "must be from PT1S to " + config.maxTokenTtl());
        }
        Instant now = clock.instant();
        OpaqueToken secret = TokenKind.ENROLMENT.mint(random);
        EnrolmentToken token = new EnrolmentToken(
                caller.workspaceId(), Ids.next(), label, labels, caller.name(), now, now.plus(wanted), null, null);
        database.useWorkspace(caller.workspaceId(), handle -> {
            EnrolmentTokenStore.insert(handle, token, secret.sha256());
            audit.record(
                    handle,
                    caller,
                    caller.workspaceId(),
                    "enrolment_token.create",
                    "enrolment_token",
                    token.tokenId(),
                    Map.of("expire_time", token.expiresAt().toString()));
        });
        return new Made(token, secret);
    }

    Page<EnrolmentToken> listTokens(UUID workspaceId, PageRequest page) {
        return database.inWorkspace(
                workspaceId,
                handle -> Page.of(
                        EnrolmentTokenStore.list(handle, workspaceId, page),
                        page,
                        token -> token.tokenId().toString()));
    }

    void revokeToken(Caller caller, UUID tokenId) {
        database.useWorkspace(caller.workspaceId(), handle -> {
            if (!EnrolmentTokenStore.delete(handle, caller.workspaceId(), tokenId)) {
                throw new NotFoundProblem("unused enrolment token", tokenId);
            }
            audit.record(
                    handle,
                    caller,
                    caller.workspaceId(),
                    "enrolment_token.revoke",
                    "enrolment_token",
                    tokenId,
                    Map.of());
        });
    }

    /**
     * Lets a node in; an admin has decided that when the token was made, so the workspace's policy is not asked.
     *
     * @param labels beside those of the token, which go before them
     * @return empty where the token is unknown, used or too old; which of them is nobody's business
     */
    Optional<Enrolled> enrol(String token, String name, Map<String, String> labels) {
        UUID nodeId = Ids.next();
        Instant now = clock.instant();
        return database.asSystem(handle -> EnrolmentTokenStore.use(handle, OpaqueToken.sha256(token), nodeId, now)
                .map(used -> {
                    OpaqueToken credential = TokenKind.NODE.mint(random);
                    // Before the node, whose event tells of it.
                    NodeCredentialStore.insert(handle, used.workspaceId(), nodeId, credential.sha256(), now);
                    Node node = nodes.enrol(
                            handle,
                            used.workspaceId(),
                            nodeId,
                            name,
                            ISSUER,
                            merged(labels, used.labels()),
                            used.createdBy());
                    return new Enrolled(node, credential);
                }));
    }

    private static Map<String, String> merged(Map<String, String> first, Map<String, String> stronger) {
        Map<String, String> all = new HashMap<>(first);
        all.putAll(stronger);
        return all;
    }

    NodeBinding bind(Caller caller, String subject) {
        String issuer = config.kubernetes()
                .issuer()
                .filter(any -> config.kubernetes().enabled())
                .orElseThrow(
                        () -> new ConflictProblem(
                                ProblemType.WRONG_STATE,
                                "Tokens of Kubernetes service accounts are not taken here. Set leasehold.enrolment.kubernetes.*."));
        NodeBinding binding =
                new NodeBinding(caller.workspaceId(), Ids.next(), issuer, subject, caller.name(), clock.instant());
        return database.inWorkspace(caller.workspaceId(), handle -> {
            if (!NodeBindingStore.insert(handle, binding)) {
                throw new ConflictProblem(
                        ProblemType.CONFLICT,
                        "This service account is bound already. Use one of its own for each workspace.");
            }
            audit.record(
                    handle,
                    caller,
                    caller.workspaceId(),
                    "node_binding.create",
                    "node_binding",
                    binding.bindingId(),
                    Map.of("issuer", issuer, "subject", subject));
            return binding;
        });
    }

    Page<NodeBinding> listBindings(UUID workspaceId, PageRequest page) {
        return database.inWorkspace(
                workspaceId,
                handle -> Page.of(
                        NodeBindingStore.list(handle, workspaceId, page),
                        page,
                        binding -> binding.bindingId().toString()));
    }

    /** From now on the identity is nobody here; what its node has leased stays until it ends or the node is removed. */
    void unbind(Caller caller, UUID bindingId) {
        database.useWorkspace(caller.workspaceId(), handle -> {
            NodeBinding binding = NodeBindingStore.delete(handle, caller.workspaceId(), bindingId)
                    .orElseThrow(() -> new NotFoundProblem("node binding", bindingId));
            audit.record(
                    handle,
                    caller,
                    caller.workspaceId(),
                    "node_binding.delete",
                    "node_binding",
                    bindingId,
                    Map.of("issuer", binding.issuer(), "subject", binding.subject()));
        });
    }
}
