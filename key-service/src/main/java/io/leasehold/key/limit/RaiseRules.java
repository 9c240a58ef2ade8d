package io.leasehold.key.limit;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.ProblemType;
import io.leasehold.contracts.event.LimitsView;
import io.leasehold.kit.problem.ConflictProblem;
import io.leasehold.kit.problem.InvalidRequestProblem;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What a raise must fulfil beyond the shape of its request. */
final class RaiseRules {
    static final int MOST_OPEN = 20;
    private static final Duration LONGEST = Duration.ofDays(366);

    private RaiseRules() {}

    /** When it begins: at once, or later. */
    static Instant startOf(RaiseRequest request, Instant now) {
        Instant asked = request.startsAt();
        return (asked == null || asked.isBefore(now) ? now : asked).truncatedTo(ChronoUnit.MICROS);
    }

    /** As finely as it can be kept. */
    static Instant endOf(RaiseRequest request) {
        return request.endsAt().truncatedTo(ChronoUnit.MICROS);
    }

    /** @throws InvalidRequestProblem naming the first field that is wrong */
    static void check(RaiseRequest request, Instant now) {
        if (request.period() == Period.LEASE) {
            throw new InvalidRequestProblem("period", "belongs to a lease; use day, month or total");
        }
        if (!endOf(request).isAfter(startOf(request, now))) {
            throw new InvalidRequestProblem("ends_at", "must be in the future, and after starts_at");
        }
        if (request.endsAt().isAfter(now.plus(LONGEST))) {
            throw new InvalidRequestProblem(
                    "ends_at", "must be within 366 days; for longer, set another limit instead");
        }
    }

    /** @throws ConflictProblem where there is no such limit, or it is raised too many times */
    static void requireRaisable(RaiseRequest request, List<LimitsView.Limit> limits, int open) {
        if (limits.stream().noneMatch(limit -> limit.period() == request.period())) {
            throw new ConflictProblem(
                    ProblemType.WRONG_STATE,
                    "There is no limit of the period '%s' here that could be raised. Set one first."
                            .formatted(request.period().wireName()));
        }
        if (open >= MOST_OPEN) {
            throw new ConflictProblem(
                    ProblemType.CONFLICT,
                    "%d raises are open here already. End some, or set a higher limit.".formatted(open));
        }
    }
}
