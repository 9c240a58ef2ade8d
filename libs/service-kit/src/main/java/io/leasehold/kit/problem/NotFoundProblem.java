package io.leasehold.kit.problem;

import io.leasehold.contracts.ProblemType;

/** There is no such thing for this caller; also the answer for what belongs to another workspace. */
public class NotFoundProblem extends Problem {
    private static final long serialVersionUID = 1;

    /**
     * @param noun what was looked for, such as {@code key}
     * @param id what the caller asked for
     */
    public NotFoundProblem(String noun, Object id) {
        super(
                ProblemType.NOT_FOUND,
                "There is no " + noun + " '" + id + "' in this workspace. Check the id and the workspace.");
    }
}
