package io.leasehold.kit.caller;

import io.leasehold.contracts.Capture;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** One method per kind of caller. */
@Path("/doors")
@RunOnVirtualThread
class DoorResource {
    private final CurrentCaller caller;

    DoorResource(CurrentCaller caller) {
        this.caller = caller;
    }

    record Answer(String slug, String name) {}

    record Amount(@NotNull BigDecimal amount) {}

    @GET
    @Path("viewer")
    @Allow(Role.VIEWER)
    public Answer viewer() {
        return new Answer(caller.get().workspace().slug(), caller.get().name());
    }

    @POST
    @Path("operator")
    @Allow(Role.OPERATOR)
    public Amount operator(@NotNull @jakarta.validation.Valid Amount amount) {
        return amount;
    }

    @GET
    @Path("node")
    @Allow(Role.NODE)
    public Answer node() {
        return viewer();
    }

    @GET
    @Path("service")
    @Allow(services = "gateway")
    public String service() {
        return caller.get().client();
    }

    @GET
    @Path("anyone")
    @Allow(anyone = true)
    public String anyone() {
        return caller.get().name();
    }

    @GET
    @Path("person")
    @Allow(value = Role.VIEWER, apiTokens = false)
    public Answer person() {
        return viewer();
    }

    @GET
    @Path("open")
    @PermitAll
    public String open() {
        return "open";
    }

    @GET
    @Path("forgotten")
    public String forgotten() {
        return "nobody said who may call this";
    }

    /** Parameters of every kind. */
    @GET
    @Path("found/{id}")
    @PermitAll
    public String found(
            @RestPath UUID id,
            @RestQuery @DefaultValue("10") int limit,
            @QueryParam("node_id") @Nullable UUID node,
            @RestQuery @Nullable Instant from,
            @RestQuery @Nullable BigDecimal amount,
            @RestQuery @Nullable Capture capture,
            @RestQuery List<Long> size) {
        return limit + " " + node + " " + from + " " + amount + " " + capture + " " + size;
    }
}
