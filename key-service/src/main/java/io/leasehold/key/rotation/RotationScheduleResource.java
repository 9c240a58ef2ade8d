package io.leasehold.key.rotation;

import io.leasehold.kit.caller.Allow;
import io.leasehold.kit.caller.CurrentCaller;
import io.leasehold.kit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** When keys are rotated by themselves. */
@Path("/api/v1/keys/{key}/rotation-schedule")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Keys")
@RunOnVirtualThread
@Allow(Role.ADMIN)
class RotationScheduleResource {
    private final RotationScheduleService schedules;
    private final CurrentCaller caller;

    RotationScheduleResource(RotationScheduleService schedules, CurrentCaller caller) {
        this.schedules = schedules;
        this.caller = caller;
    }

    @GET
    @Allow(Role.VIEWER)
    @Operation(summary = "When a key is rotated by itself")
    public RotationScheduleAnswer get(
            @Parameter(description = "Its id or name", example = "production-1") @RestPath String key) {
        return RotationScheduleAnswer.of(schedules.get(caller.get(), key));
    }

    @PUT
    @Operation(
            summary = "Rotate a key by schedule",
            description =
                    "What was missed while the service was away begins once, late. Where the provider can't make keys, each"
                            + " rotation is awaiting_secret until somebody gives one.")
    public RotationScheduleAnswer set(
            @Parameter(description = "Its id or name", example = "production-1") @RestPath String key,
            @NotNull @Valid RotationScheduleRequest request) {
        return RotationScheduleAnswer.of(schedules.set(caller.get(), key, request));
    }

    @DELETE
    @Operation(summary = "Rotate a key by itself no more")
    public void remove(@Parameter(description = "Its id or name", example = "production-1") @RestPath String key) {
        schedules.remove(caller.get(), key);
    }
}
