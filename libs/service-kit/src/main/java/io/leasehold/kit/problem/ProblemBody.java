package io.leasehold.kit.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.leasehold.kit.problem.InvalidRequestProblem.FieldError;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An RFC 9457 problem.
 *
 * @param type identifies the kind of problem; programs switch on it
 * @param errors what is wrong with which field, where fields are to blame
 * @param requestId quote it when asking for help; the logs carry it too
 */
@Schema(name = "Problem")
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "request_id", "errors"})
public record ProblemBody(
        @Schema(
                description = "The kind of problem; programs switch on it",
                examples = "urn:leasehold:problem:not-found")
        URI type,

        @Schema(description = "The kind of problem in words", examples = "Not found")
        String title,

        @Schema(description = "The HTTP status", examples = "404")
        int status,

        @Schema(
                description = "What is wrong this time, and what to do next",
                examples = "There is no key 'x' in this workspace. Check the id and the workspace.")
        String detail,

        @Schema(description = "The address that was called", examples = "/api/v1/keys/x") @Nullable
        String instance,

        @Schema(
                description = "Quote it when asking for help; the logs carry it too",
                examples = "4bf92f3577b34da6a3ce929d0e0e4736")
        @Nullable
        String requestId,

        @Schema(description = "What is wrong with which field, where fields are to blame") @Nullable
        List<FieldError> errors,

        @Schema(hidden = true) @JsonAnyGetter Map<String, Object> extensions) {

    public static final String MEDIA_TYPE = "application/problem+json";
}
