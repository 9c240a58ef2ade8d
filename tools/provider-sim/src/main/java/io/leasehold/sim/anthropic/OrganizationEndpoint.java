package io.leasehold.sim.anthropic;

import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.Query;
import java.util.ArrayList;
import java.util.List;

/** {@code GET /v1/organizations/me} and {@code /v1/organizations/workspaces}. */
final class OrganizationEndpoint {
    private final AnthropicCalls calls;

    OrganizationEndpoint(AnthropicCalls calls) {
        this.calls = calls;
    }

    void me(Exchange exchange) {
        calls.withAdminKey(exchange, () -> exchange.json(200, Organization.VIEW));
    }

    void workspaces(Exchange exchange) {
        calls.withAdminKey(exchange, () -> {
            Query query = exchange.query();
            exchange.json(200, CursorPage.of(visible(query), Organization.Workspace::id, query));
        });
    }

    private static List<Organization.Workspace> visible(Query query) {
        List<Organization.Workspace> workspaces = new ArrayList<>(Organization.OTHERS);
        if (query.flag("include_default")) {
            workspaces.add(Organization.DEFAULT);
        }
        List<String> ids = query.many("ids");
        workspaces.removeIf(workspace -> !ids.isEmpty() && !ids.contains(workspace.id()));
        return workspaces;
    }
}
