package io.leasehold.key.apikey;

import io.leasehold.kit.caller.Allow;
import io.leasehold.kit.caller.CurrentCaller;
import io.leasehold.kit.caller.Role;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import io.leasehold.kit.problem.InvalidRequestProblem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What providers, and the pool, say of secrets. */
@Path("/api/v1/keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Keys")
@RunOnVirtualThread
class KeyCheckResource {
    /** Somebody waits for all of them. */
    private static final int MOST_AT_ONCE = 100;

    private final VerifyKeyService verifying;
    private final BulkVerifyService bulk;
    private final GivenKeyService given;
    private final CurrentCaller caller;

    KeyCheckResource(VerifyKeyService verifying, BulkVerifyService bulk, GivenKeyService given, CurrentCaller caller) {
        this.verifying = verifying;
        this.bulk = bulk;
        this.given = given;
        this.caller = caller;
    }

    @POST
    @Path("/{key}/verify")
    @Allow(Role.OPERATOR)
    @Operation(summary = "Ask the provider whether it accepts the key now", description = "Nothing is billed.")
    public CheckAnswer verify(
            @Parameter(description = "Its id or name", example = "production-1") @RestPath String key) {
        return CheckAnswer.of(verifying.verify(caller.get(), key));
    }

    @POST
    @Path("/verify")
    @Allow(Role.OPERATOR)
    @Operation(
            summary = "Ask the providers about many keys, newest first",
            description = "At most 100 at once; next_cursor goes on. Nothing is billed.")
    public Page<BulkCheckAnswer> verifyMany(
            @BeanParam KeyQuery query, @RestQuery @Nullable Integer limit, @RestQuery @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        if (page.limit() > MOST_AT_ONCE) {
            throw new InvalidRequestProblem("limit", "must be from 1 to " + MOST_AT_ONCE);
        }
        return bulk.verify(caller.get(), query.filter(), page);
    }

    @POST
    @Path("/test")
    @Allow(Role.OPERATOR)
    @Operation(
            summary = "Try a secret and its models at the provider without keeping it",
            description =
                    "Says whether the account's endpoint answers, the key is accepted, and each model may be used. Nothing is billed; that somebody tried is audited.")
    public TestAnswer test(@NotNull @Valid TestKeyRequest request) {
        return given.test(caller.get(), request);
    }

    @POST
    @Path("/find")
    @Allow(Role.OPERATOR)
    @Operation(
            summary = "Find the key that has a secret",
            description =
                    "Also one that has ended. The secret is compared by a keyed fingerprint; the search is audited.")
    public KeyAnswer find(@NotNull @Valid FindKeyRequest request) {
        return KeyAnswer.of(given.find(caller.get(), request));
    }
}
