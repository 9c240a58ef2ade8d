package io.leasehold.key.workspace;

import io.leasehold.contracts.ProblemType;
import io.leasehold.kit.problem.Problem;

/** There is no such workspace, or the caller is not in it; which of the two is not told. */
final class UnknownWorkspaceProblem extends Problem {
    private static final long serialVersionUID = 1;

    UnknownWorkspaceProblem(String idOrSlug) {
        super(
                ProblemType.NOT_FOUND,
                "There is no workspace '" + idOrSlug
                        + "' that you belong to. Check its slug, or ask one of its admins to add you.");
    }
}
