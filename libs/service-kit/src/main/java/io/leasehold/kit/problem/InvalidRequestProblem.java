package io.leasehold.kit.problem;

import io.leasehold.contracts.ProblemType;
import java.util.List;

/** The request can't be understood or asks for something that can't be. */
public final class InvalidRequestProblem extends Problem {
    private static final long serialVersionUID = 1;

    public InvalidRequestProblem(String detail) {
        super(ProblemType.INVALID_REQUEST, detail);
    }

    /** @param field the name in the body, as the caller wrote it */
    public InvalidRequestProblem(String field, String detail) {
        this(field + ": " + detail);
        with("errors", List.of(new FieldError(field, detail)));
    }

    InvalidRequestProblem(ProblemType type, String detail, List<FieldError> errors) {
        super(type, detail);
        if (!errors.isEmpty()) {
            with("errors", errors);
        }
    }

    /** What is wrong with one field. */
    public record FieldError(String field, String detail) {}
}
