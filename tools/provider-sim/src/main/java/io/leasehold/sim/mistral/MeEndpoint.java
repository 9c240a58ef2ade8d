package io.leasehold.sim.mistral;

import io.leasehold.sim.group.SimGroup;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.key.Provider;
import io.leasehold.sim.mistral.Organization.Named;
import io.leasehold.sim.provider.World;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/users/me}: whose key it is. */
final class MeEndpoint {
    private final World world;
    private final MistralCalls calls;

    MeEndpoint(World world, MistralCalls calls) {
        this.world = world;
        this.calls = calls;
    }

    record Me(
            String id,
            String email,
            @Nullable String firstName,
            @Nullable String lastName,
            Named workspace,
            Named organization,
            Named apiKey) {}

    void get(Exchange exchange) {
        calls.withAnyKey(exchange, key -> {
            SimGroup workspace = world.groups()
                    .find(Provider.MISTRAL, MistralCalls.workspaceOf(key))
                    .orElse(Organization.DEFAULT_WORKSPACE);
            exchange.json(
                    200,
                    new Me(
                            Organization.USER_ID,
                            Organization.USER_EMAIL,
                            null,
                            null,
                            new Named(workspace.id(), workspace.name()),
                            Organization.SELF,
                            new Named(key.id(), key.name())));
        });
    }
}
