package io.leasehold.kit.problem;

import io.leasehold.contracts.ProblemType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The request can't be understood or asks for something that can't be. */
public final class InvalidRequestProblem extends Problem {
    private static final long serialVersionUID = 1;

    private final transient List<FieldError> errors;

    public InvalidRequestProblem(String detail) {
        this(ProblemType.INVALID_REQUEST, detail, List.of());
    }

    /** @param field the name in the body, as the caller wrote it */
    public InvalidRequestProblem(String field, String detail) {
        this(ProblemType.INVALID_REQUEST, field + ": " + detail, List.of(new FieldError(field, detail)));
    }

    InvalidRequestProblem(ProblemType type, String detail, List<FieldError> errors) {
        super(type, detail);
        this.errors = List.copyOf(errors);
    }

    List<FieldError> errors() {
        return errors;
    }

    /** What is wrong with one field. */
    @Schema(name = "FieldError")
    public record FieldError(
            @Schema(description = "The field or parameter, as the caller wrote it", examples = "spend_limit")
            String field,

            @Schema(description = "What it must be", examples = "must be greater than 0")
            String detail) {}
}
