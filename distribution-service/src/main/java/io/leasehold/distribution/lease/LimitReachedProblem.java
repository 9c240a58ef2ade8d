package io.leasehold.distribution.lease;

import io.leasehold.contracts.ProblemType;
import io.leasehold.distribution.hold.DirectHolds.Shortfall;
import io.leasehold.kit.problem.ConflictProblem;
import java.math.BigDecimal;

/** A direct lease's limit can't be set aside: {@code scope}, {@code period}, {@code remaining} and {@code resets_at} say where. */
final class LimitReachedProblem extends ConflictProblem {
    private static final long serialVersionUID = 1;

    private final String scope;

    LimitReachedProblem(BigDecimal amount, Shortfall missing) {
        super(
                ProblemType.LIMIT_REACHED,
                "A direct lease has its whole limit set aside; of %s USD the %s limit per %s leaves %s. Ask for less, or wait."
                        .formatted(
                                amount.toPlainString(),
                                missing.window().scope().wireName(),
                                missing.window().period().wireName(),
                                missing.remaining().stripTrailingZeros().toPlainString()));
        this.scope = missing.window().scope().wireName();
        with("scope", scope);
        with("scope_id", missing.window().scopeId());
        with("period", missing.window().period().wireName());
        with("remaining", missing.remaining().stripTrailingZeros());
        if (missing.resetsAt() != null) {
            with("resets_at", missing.resetsAt().toString());
        }
    }

    /** For the record, in one word. */
    String scope() {
        return scope;
    }
}
