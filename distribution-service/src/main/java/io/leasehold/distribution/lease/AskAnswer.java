package io.leasehold.distribution.lease;

import io.leasehold.kit.problem.Problem;

/** What came of an ask; a refusal is kept too, so it must not undo the transaction. */
sealed interface AskAnswer {
    record Given(Granted granted) implements AskAnswer {}

    record Refused(Problem why) implements AskAnswer {}
}
