package io.leasehold.key.price;

import io.leasehold.contracts.ProblemType;
import io.leasehold.contracts.event.PriceOverridesView.PriceOverride;
import io.leasehold.kit.problem.ConflictProblem;
import io.leasehold.kit.problem.InvalidRequestProblem;
import io.leasehold.providers.price.ModelPattern;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns a price that is asked for into one that can be looked up, or says why not. */
final class PriceOverrideRules {
    /** All of them travel with every change. */
    private static final int MOST = 200;

    private PriceOverrideRules() {}

    /**
     * @param now from when on it is where the request does not say
     * @throws InvalidRequestProblem naming the first field that is wrong
     */
    static PriceOverride check(UUID id, PriceOverrideRequest request, Instant now) {
        Instant from = micros(request.validFrom() == null ? now : request.validFrom());
        Instant until = request.validUntil() == null ? null : micros(request.validUntil());
        if (until != null && !until.isAfter(from)) {
            throw new InvalidRequestProblem("valid_until", "must be after valid_from");
        }
        return new PriceOverride(
                id,
                request.provider(),
                new ModelPattern(request.model()).text(),
                request.serviceTier(),
                request.prices().checked(),
                from,
                until,
                request.note());
    }

    /**
     * @param others all that the workspace has beside it
     * @throws ConflictProblem where there are too many, or it could not be said which of two counts
     */
    static void requireFits(PriceOverride wanted, List<PriceOverride> others) {
        if (others.size() >= MOST) {
            throw new ConflictProblem(
                    ProblemType.CONFLICT,
                    "A workspace has at most %d prices of its own. Delete some, or use patterns of models."
                            .formatted(MOST));
        }
        others.stream()
                .filter(other -> isAboutTheSame(wanted, other) && overlap(wanted, other))
                .findFirst()
                .ifPresent(other -> {
                    throw new ConflictProblem(
                            ProblemType.CONFLICT,
                            "There is a price of '%s' for that time already, %s. Change that one, or end it first."
                                    .formatted(other.model(), other.overrideId()));
                });
    }

    private static boolean isAboutTheSame(PriceOverride one, PriceOverride other) {
        return one.provider().equals(other.provider())
                && one.model().equals(other.model())
                && Objects.equals(one.serviceTier(), other.serviceTier());
    }

    private static boolean overlap(PriceOverride one, PriceOverride other) {
        return begins(one, other.validUntil()) && begins(other, one.validUntil());
    }

    private static boolean begins(PriceOverride override, @Nullable Instant before) {
        return before == null || override.validFrom().isBefore(before);
    }

    private static Instant micros(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }
}
