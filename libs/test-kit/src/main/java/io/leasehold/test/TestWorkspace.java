package io.leasehold.test;

import io.leasehold.contracts.OpaqueToken;
import io.leasehold.contracts.TokenKind;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A workspace that nothing else uses: in the identity provider, with a user per role, and in the database of the service
 * under test. The same node asked for twice is the same identity.
 */
public final class TestWorkspace {
    private static final List<String> ROLES = List.of("viewer", "operator", "admin", "node");
    /** Tokens of the realm are good for five minutes; some tests go on for longer. */
    private static final Duration FRESH = Duration.ofMinutes(3);

    private final Keycloak keycloak = new Keycloak();
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    /** Roles whose group is made. */
    private final Set<String> groups = new HashSet<>();

    private final UUID id;
    private final String slug;

    private TestWorkspace(UUID id, String slug) {
        this.id = id;
        this.slug = slug;
    }

    /** Known to the identity provider and to the service under test. */
    public static TestWorkspace fresh() {
        TestWorkspace workspace = freshOutsideTheService();
        workspace.insert();
        return workspace;
    }

    /** The same under a slug that the service's configuration names, and nobody else has. */
    public static TestWorkspace freshAs(String slug) {
        TestWorkspace workspace = outsideTheService(UUID.randomUUID(), slug);
        workspace.insert();
        return workspace;
    }

    /** Known to the identity provider only. */
    public static TestWorkspace freshOutsideTheService() {
        UUID id = UUID.randomUUID();
        return outsideTheService(id, "ws-" + id.toString().substring(0, 13));
    }

    private static TestWorkspace outsideTheService(UUID id, String slug) {
        TestWorkspace workspace = new TestWorkspace(id, slug);
        workspace.keycloak.createWorkspaceGroup(workspace.slug);
        return workspace;
    }

    public UUID id() {
        return id;
    }

    public String slug() {
        return slug;
    }

    /** @param role {@code viewer}, {@code operator} or {@code admin} */
    public String token(String role) {
        return roleToken(slug + "-" + role, role);
    }

    /** Of somebody whose only role is in one domain; the domain's groups must be there. */
    public String domainToken(String domain, String role) {
        return tokenOf(slug + "-" + domain + "-" + role, "domains/" + domain + "/" + role);
    }

    /** The groups of the roles in all its domains, whether or not there are such domains; once. */
    public void makeDomainGroups(String... domains) {
        keycloak.createDomainGroups(slug, List.of(domains), ROLES);
    }

    public String nodeToken(String node) {
        return roleToken(slug + "-" + node, "node");
    }

    /** Of the groups of roles those are made that somebody is in; a service makes the others where it needs them. */
    private String roleToken(String user, String role) {
        makeGroup(role);
        return tokenOf(user, role);
    }

    private synchronized void makeGroup(String role) {
        if (groups.add(role)) {
            keycloak.createRoleGroup(slug, role);
        }
    }

    /** An API token, with which the service under test lets in whoever has it within a second or two. */
    public String apiToken(String role) {
        OpaqueToken token = TokenKind.API.mint(new SecureRandom());
        try (Connection database = TestDatabase.open();
                PreparedStatement statement = database.prepareStatement("""
                        update workspace
                        set api_tokens = api_tokens
                            || jsonb_build_object('token_id', ?, 'name', 'test', 'sha256', ?, 'role', ?)
                        where workspace_id = ?
                        """)) {
            statement.setString(1, UUID.randomUUID().toString());
            statement.setString(2, token.sha256());
            statement.setString(3, role);
            statement.setObject(4, id);
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("Can't add the test's API token", failure);
        }
        return token.text();
    }

    private String tokenOf(String user, String role) {
        return sessions.compute(user, (name, session) -> {
                    if (session == null) {
                        String password = UUID.randomUUID().toString();
                        keycloak.createUser(name, password, "/workspaces/" + slug + "/" + role);
                        return signIn(name, password);
                    }
                    return session.isFresh() ? session : signIn(name, session.password());
                })
                .token();
    }

    private Session signIn(String user, String password) {
        return new Session(password, keycloak.userToken(user, password), Instant.now());
    }

    private record Session(String password, String token, Instant since) {
        boolean isFresh() {
            return since.plus(FRESH).isAfter(Instant.now());
        }
    }

    private void insert() {
        try (Connection database = TestDatabase.open();
                PreparedStatement statement = database.prepareStatement("""
                        insert into workspace (workspace_id, slug, name, capture, fail_open, domains, version, changed_at)
                        values (?, ?, ?, 'metadata', false, '[]', 1, now())
                        """)) {
            statement.setObject(1, id);
            statement.setString(2, slug);
            statement.setString(3, slug);
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("Can't add the test's workspace", failure);
        }
    }
}
