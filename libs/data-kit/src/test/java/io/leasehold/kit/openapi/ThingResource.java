package io.leasehold.kit.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.leasehold.kit.caller.Allow;
import io.leasehold.kit.page.Page;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Records of every shape, to be described. */
@Path("/things")
@Allow(anyone = true)
class ThingResource {
    enum Colour {
        RED,
        GREEN
    }

    /** Not the one that is described as a thing, whatever its name. */
    record Thing(UUID id, int pieces) {}

    @Schema(name = "Thing")
    record ThingAnswer(
            UUID id,
            @Schema(examples = "1.50") BigDecimal price,

            @Schema(description = "Off the price", examples = "2.50") @Nullable
            BigDecimal rebate,

            @Schema(format = "ratio", examples = "0.5000") BigDecimal share,
            List<BigDecimal> prices,
            @Schema(examples = "red") Colour colour,
            @Nullable Colour second,
            @Nullable String note,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String rare,

            Instant madeAt,
            int pieces) {}

    @Schema(name = "AddThingRequest")
    record AddThingRequest(
            @NotNull BigDecimal price,
            List<String> tags,
            @Nullable String note,
            int pieces) {

        AddThingRequest {
            tags = tags == null ? List.of() : List.copyOf(tags);
        }

        boolean isPlural() {
            return pieces > 1;
        }
    }

    @GET
    public Page<ThingAnswer> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return new Page<>(List.of(), null);
    }

    @GET
    @Path("top")
    public Page<ThingAnswer> top(
            @Parameter(description = "How many to name", example = "10") @QueryParam("limit") @DefaultValue("10")
                    int limit) {
        return list(limit, null);
    }

    @POST
    public Page<ThingAnswer> add(@NotNull AddThingRequest request) {
        return list(null, null);
    }
}
