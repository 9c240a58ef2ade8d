package io.leasehold.kit.caller;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;

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
}
