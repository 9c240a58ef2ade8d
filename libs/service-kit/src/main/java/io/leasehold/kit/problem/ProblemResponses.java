package io.leasehold.kit.problem;

import io.leasehold.contracts.ProblemType;
import io.leasehold.kit.problem.InvalidRequestProblem.FieldError;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Turns problems into responses. */
final class ProblemResponses {
    private ProblemResponses() {}

    static Response of(Problem problem, UriInfo uri) {
        List<FieldError> errors = problem instanceof InvalidRequestProblem invalid ? invalid.errors() : List.of();
        return response(problem.type(), problem.title(), problem.detail(), errors, problem.extensions(), uri);
    }

    static Response of(ProblemType type, String title, String detail, UriInfo uri) {
        return response(type, title, detail, List.of(), Map.of(), uri);
    }

    private static Response response(
            ProblemType type,
            String title,
            String detail,
            List<FieldError> errors,
            Map<String, Object> extensions,
            UriInfo uri) {
        ProblemBody body = new ProblemBody(
                type.uri(),
                title,
                type.status(),
                detail,
                uri.getPath(),
                requestId(),
                errors.isEmpty() ? null : errors,
                extensions);
        return Response.status(type.status())
                .type(ProblemBody.MEDIA_TYPE)
                .header("Retry-After", extensions.get(Problem.RETRY_AFTER))
                .entity(body)
                .build();
    }

    /** The trace id is the request id: the same number finds the logs and the trace. */
    private static @Nullable String requestId() {
        Object traceId = MDC.get("traceId");
        return traceId == null ? null : traceId.toString();
    }
}
