package io.leasehold.kit.caller;

import io.leasehold.contracts.ProblemType;
import io.leasehold.kit.apitoken.ApiTokenPrincipal;
import io.leasehold.kit.problem.ConflictProblem;
import io.leasehold.kit.problem.ForbiddenProblem;
import io.leasehold.kit.workspace.Workspace;
import io.leasehold.kit.workspace.WorkspaceDirectory;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Lets a call through when its method's {@link Allow} says so, and tells the method who calls, in which workspace. What
 * nothing is said about is denied.
 */
class CallerFilter {
    static final String WORKSPACE_HEADER = "leasehold-workspace";

    private final SecurityIdentity identity;
    private final WorkspaceDirectory workspaces;
    private final CurrentCaller current;
    private final String service;

    @Inject
    CallerFilter(
            SecurityIdentity identity,
            WorkspaceDirectory workspaces,
            CurrentCaller current,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.service = service;
        this.identity = identity;
        this.workspaces = workspaces;
        this.current = current;
    }

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    public void authorise(ContainerRequestContext request, ResourceInfo resource, HttpServerRequest connection) {
        if (isPublic(resource)) {
            return;
        }
        JsonWebToken token = token();
        Caller caller = caller(token, connection);
        current.identify(caller);
        Allow allow = allowOf(resource);
        if (allow == null) {
            throw new ForbiddenProblem("Nobody may call this.");
        }
        if (!allow.apiTokens() && token instanceof ApiTokenPrincipal) {
            throw new ForbiddenProblem("An API token may not do this. Sign in as an admin of the workspace.");
        }
        if (allow.anyone() || (isServiceToken(token, caller) && isOneOf(allow.services(), caller))) {
            current.set(caller);
        } else if (allow.value().length > 0) {
            current.set(inWorkspace(caller, request.getHeaderString(WORKSPACE_HEADER), allow));
        } else {
            throw new ForbiddenProblem("Only services of this installation may call this.");
        }
    }

    /** Such a token names this service as the one it is for; those of people and nodes are for the API as a whole. */
    private boolean isServiceToken(JsonWebToken token, Caller caller) {
        return token.getAudience().contains(service) && caller.grants().equals(Grants.NONE);
    }

    private static boolean isOneOf(String[] services, Caller caller) {
        return Arrays.asList(services).contains(caller.client());
    }

    /** What a method says of itself goes before what its class says of all; who is allowed goes before everyone. */
    private static boolean isPublic(ResourceInfo resource) {
        Method method = resource.getResourceMethod();
        if (method.isAnnotationPresent(Allow.class)) {
            return false;
        }
        Class<?> type = resource.getResourceClass();
        return method.isAnnotationPresent(PermitAll.class)
                || (type.isAnnotationPresent(PermitAll.class) && !type.isAnnotationPresent(Allow.class));
    }

    static @Nullable Allow allowOf(ResourceInfo resource) {
        AnnotatedElement method = resource.getResourceMethod();
        Allow onMethod = method.getAnnotation(Allow.class);
        return onMethod != null ? onMethod : resource.getResourceClass().getAnnotation(Allow.class);
    }

    private JsonWebToken token() {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw new UnauthorizedException();
        }
        return token;
    }

    private static Caller caller(JsonWebToken token, HttpServerRequest connection) {
        Set<String> groups = token.getGroups() == null ? Set.of() : token.getGroups();
        String client = token.claim("azp").map(Object::toString).orElse("");
        String name = token.claim("preferred_username")
                .map(Object::toString)
                .orElse(client.isEmpty() ? token.getSubject() : client);
        return new Caller(
                token.getIssuer(),
                token.getSubject(),
                name,
                client,
                addressOf(connection),
                Grants.of(groups),
                null,
                null,
                null);
    }

    static @Nullable String addressOf(HttpServerRequest connection) {
        return connection.remoteAddress() == null
                ? null
                : connection.remoteAddress().hostAddress();
    }

    private Caller inWorkspace(Caller caller, @Nullable String header, Allow allow) {
        Grants grants = caller.grants();
        String slug = header != null ? header : grants.onlyWorkspace().orElse(null);
        if (slug == null) {
            throw new ConflictProblem(
                    ProblemType.WORKSPACE_REQUIRED,
                    "Say which workspace is meant: send the header 'leasehold-workspace: <slug>'.");
        }
        // Whether a workspace exists is told only to those who are in it.
        Optional<Role> role = grants.roleIn(slug);
        if (role.isEmpty() && !grants.domainRoles().containsKey(slug)) {
            throw unknownWorkspace(slug);
        }
        Workspace workspace = workspaces.findBySlug(slug).orElseThrow(() -> unknownWorkspace(slug));
        Set<Role> needed = Set.of(allow.value());
        if (role.isPresent() && needed.stream().anyMatch(role.get()::includes)) {
            return caller.in(workspace, role.get());
        }
        Set<String> domains = grants.domainsWith(Set.of(allow.inDomain()), slug);
        if (domains.isEmpty()) {
            throw new ForbiddenProblem("Your role in workspace '" + slug + "' is "
                    + role.map(CallerFilter::wireName).orElse("for some of its domains only") + "; this needs "
                    + describe(needed) + ". Ask an admin of the workspace.");
        }
        return caller.inDomains(workspace, domains);
    }

    private static ForbiddenProblem unknownWorkspace(String slug) {
        return new ForbiddenProblem("There is no workspace '" + slug
                + "' that you belong to. Check the leasehold-workspace header, or ask an admin to add you.");
    }

    private static String describe(Set<Role> needed) {
        return needed.stream()
                .sorted()
                .map(CallerFilter::wireName)
                .reduce((one, other) -> one + " or " + other)
                .orElseThrow();
    }

    private static String wireName(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
