package io.leasehold.key.price;

import io.leasehold.kit.caller.Allow;
import io.leasehold.kit.caller.CurrentCaller;
import io.leasehold.kit.caller.Role;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Prices as they hold in a workspace. */
@Path("/api/v1/prices")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Prices")
@RunOnVirtualThread
@Allow(Role.VIEWER)
class PriceResource {
    private final PriceService prices;
    private final CurrentCaller caller;

    PriceResource(PriceService prices, CurrentCaller caller) {
        this.prices = prices;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "What models cost in this workspace",
            description =
                    "The price book, and what the workspace has set for itself in its place. A model that is not there has no known price: what it costs is null, and where a spend limit applies it is refused.")
    public Page<PriceAnswer> list(
            @Parameter(description = "Only models of that provider", example = "anthropic") @RestQuery @Nullable
                    String provider,
            @Parameter(
                            description = "Only what holds for that name, as a request would give it",
                            example = "claude-opus-5")
                    @RestQuery
                    @Nullable
                    String model,
            @Parameter(description = "As they held then; now where it is left out", example = "2026-11-21T00:00:00Z")
                    @RestQuery
                    @Nullable
                    Instant at,
            @RestQuery @Nullable Integer limit,
            @RestQuery @Nullable String cursor) {
        return prices.list(caller.get(), provider, model, at, PageRequest.of(limit, cursor));
    }
}
