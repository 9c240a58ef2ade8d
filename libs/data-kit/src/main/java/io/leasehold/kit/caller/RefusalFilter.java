package io.leasehold.kit.caller;

import io.leasehold.kit.audit.RefusedCalls;
import io.leasehold.kit.workspace.Workspace;
import io.leasehold.kit.workspace.WorkspaceDirectory;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Counts calls that were refused, and has those of administrative methods audited in the workspace that they named: what
 * changes something, and what a mere viewer or node may not do.
 */
class RefusalFilter {
    private static final Set<Integer> REFUSED = Set.of(401, 403);
    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final CurrentCaller caller;
    private final WorkspaceDirectory workspaces;
    private final RefusedCalls refused;
    private final MeterRegistry metrics;

    @Inject
    RefusalFilter(CurrentCaller caller, WorkspaceDirectory workspaces, RefusedCalls refused, MeterRegistry metrics) {
        this.caller = caller;
        this.workspaces = workspaces;
        this.refused = refused;
        this.metrics = metrics;
    }

    @ServerResponseFilter
    public void note(
            ContainerRequestContext request,
            ContainerResponseContext response,
            ResourceInfo resource,
            HttpServerRequest connection) {
        int status = response.getStatus();
        if (!REFUSED.contains(status)) {
            return;
        }
        Counter.builder("leasehold.calls.refused")
                .description("Calls refused because of who calls")
                .tag("status", Integer.toString(status))
                .register(metrics)
                .increment();
        if (resource.getResourceMethod() != null && isAdministrative(request.getMethod(), resource)) {
            Optional<Caller> who = caller.identified();
            workspaceOf(request, who)
                    .ifPresent(workspace -> refused.note(
                            workspace.id(), who, CallerFilter.addressOf(connection), route(request, resource), status));
        }
    }

    private static boolean isAdministrative(String httpMethod, ResourceInfo resource) {
        if (!READING.contains(httpMethod)) {
            return true;
        }
        Allow allow = CallerFilter.allowOf(resource);
        List<Role> roles = allow == null ? List.of() : List.of(allow.value());
        boolean forMany = allow != null && allow.anyone();
        return !forMany && !roles.contains(Role.VIEWER) && !roles.contains(Role.NODE);
    }

    private Optional<Workspace> workspaceOf(ContainerRequestContext request, Optional<Caller> who) {
        return Optional.ofNullable(request.getHeaderString(CallerFilter.WORKSPACE_HEADER))
                .or(() -> who.flatMap(caller -> caller.grants().onlyWorkspace()))
                .flatMap(workspaces::findKnownBySlug);
    }

    /** As it is declared, such as {@code POST /api/v1/keys/{id}/revoke}: there are few of them. */
    private static String route(ContainerRequestContext request, ResourceInfo resource) {
        Method method = resource.getResourceMethod();
        return Stream.of(resource.getResourceClass().getAnnotation(Path.class), method.getAnnotation(Path.class))
                .filter(Objects::nonNull)
                .flatMap(RefusalFilter::steps)
                .collect(Collectors.joining("/", request.getMethod() + " /", ""));
    }

    private static Stream<String> steps(Path path) {
        return Arrays.stream(path.value().split("/", -1)).filter(step -> !step.isEmpty());
    }
}
