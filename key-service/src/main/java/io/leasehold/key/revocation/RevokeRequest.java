package io.leasehold.key.revocation;

import io.leasehold.kit.problem.InvalidRequestProblem;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a key is to be revoked; everything may be left out. */
@Schema(name = "RevokeRequest")
record RevokeRequest(
        @Schema(description = "Only tell what would be done", examples = "true") @Nullable
        Boolean dryRun,

        @Schema(description = "End its use at once, before the provider is asked, without draining", examples = "false")
        @Nullable
        Boolean force,

        @Schema(
                description =
                        "How long requests that are under way may take to finish, as an ISO-8601 duration of at most a day;"
                                + " 30 seconds when left out. A key that nobody uses does not wait.",
                implementation = String.class,
                examples = "PT5M")
        @Nullable
        Duration drain,

        @Size(max = 500)
        @Schema(
                description = "Why, for the audit log and whoever sees the key later",
                examples = "Left a laptop on the train")
        @Nullable
        String reason) {
    static final RevokeRequest PLAIN = new RevokeRequest(null, null, null, null);
    private static final Duration LONGEST_DRAIN = Duration.ofDays(1);

    boolean isDryRun() {
        return Boolean.TRUE.equals(dryRun);
    }

    RevocationOrder order(RevocationConfig config) {
        if (drain != null && (drain.isNegative() || drain.compareTo(LONGEST_DRAIN) > 0)) {
            throw new InvalidRequestProblem("drain", "must be from PT0S to PT24H");
        }
        return new RevocationOrder(Boolean.TRUE.equals(force), reason, drain == null ? config.drain() : drain);
    }
}
