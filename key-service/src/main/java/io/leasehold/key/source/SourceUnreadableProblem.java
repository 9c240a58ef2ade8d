package io.leasehold.key.source;

import io.leasehold.contracts.ProblemType;
import io.leasehold.kit.problem.Problem;

/** A source is there by name, but holds nothing that can be a secret. */
public final class SourceUnreadableProblem extends Problem {
    private static final long serialVersionUID = 1;

    /** @param why a sentence that says what to look at, without anything of what is there */
    SourceUnreadableProblem(KeySource source, String why) {
        super(ProblemType.WRONG_STATE, "The " + source.words() + " can't be used: " + why);
        with("source", source.name());
    }
}
