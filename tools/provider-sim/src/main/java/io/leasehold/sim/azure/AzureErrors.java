package io.leasehold.sim.azure;

import io.leasehold.sim.fault.Fault;
import io.leasehold.sim.format.Json;
import io.leasehold.sim.http.BodyTooLarge;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.InvalidRequest;
import io.leasehold.sim.openai.OpenAiError;
import io.leasehold.sim.openai.OpenAiErrorKind;
import io.vertx.core.buffer.Buffer;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Errors in Azure's form: a code, which is a name or the status as a string. Faults order OpenAI's, and its filter's. */
final class AzureErrors {
    private static final System.Logger LOG = System.getLogger(AzureErrors.class.getName());
    private static final String CONTENT_FILTER = "content_filter";

    private static final String DENIED =
            "Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide a valid key for an"
                    + " active subscription and use a correct regional API endpoint for your resource.";

    private static final String FILTERED =
            "The response was filtered due to the prompt triggering Azure OpenAI's content management policy. Please modify"
                    + " your prompt and retry.";

    static Set<String> kinds() {
        Set<String> kinds = new HashSet<>(OpenAiErrorKind.names());
        kinds.add(CONTENT_FILTER);
        return kinds;
    }

    void answer(Exchange exchange, Throwable failure) {
        OpenAiError error = switch (failure) {
            case OpenAiError known -> known;
            case InvalidRequest invalid -> new AzureError(400, "BadRequest", String.valueOf(invalid.getMessage()));
            case BodyTooLarge tooLarge -> new AzureError(413, "RequestEntityTooLarge", "The request is too large.");
            default -> unexpected(failure);
        };
        int seconds = error.kind().retryAfterSeconds();
        if (seconds > 0) {
            exchange.response()
                    .putHeader("retry-after", Integer.toString(seconds))
                    .putHeader("retry-after-ms", Integer.toString(1000 * seconds));
        }
        exchange.json(error.status(), body(error));
    }

    /** Empty when the fault orders no error, or one that only another provider knows. */
    Optional<OpenAiError> ordered(Fault fault) {
        return CONTENT_FILTER.equals(fault.errorKind())
                ? Optional.of(new AzureError(400, CONTENT_FILTER, FILTERED))
                : OpenAiError.ordered(fault);
    }

    private static Buffer body(OpenAiError error) {
        String code = code(error);
        return Buffer.buffer(Json.object(json -> {
            json.writeObjectFieldStart("error");
            json.writeStringField("code", code);
            json.writeStringField("message", error.kind() == OpenAiErrorKind.AUTHENTICATION ? DENIED : error.text());
            if (code.equals(CONTENT_FILTER)) {
                json.writeObjectFieldStart("innererror");
                json.writeStringField("code", "ResponsibleAIPolicyViolation");
                json.writeObjectFieldStart("content_filter_result");
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndObject();
        }));
    }

    private static String code(OpenAiError error) {
        if (error instanceof AzureError own) {
            return own.code();
        }
        return switch (error.kind()) {
            case MODEL_NOT_FOUND -> "DeploymentNotFound";
            case TOKENS_RATE_LIMIT, SLOW_DOWN -> "RateLimitReached";
            case INSUFFICIENT_QUOTA,
                    CREDIT_BALANCE_EXHAUSTED,
                    PROJECT_SPEND_LIMIT,
                    ORGANIZATION_SPEND_LIMIT,
                    ORGANIZATION_USAGE_LIMIT -> "insufficient_quota";
            case CONTEXT_LENGTH -> "context_length_exceeded";
            case PERMISSION -> "Forbidden";
            default -> Integer.toString(error.status());
        };
    }

    private static OpenAiError unexpected(Throwable failure) {
        LOG.log(Level.ERROR, "A call failed", failure);
        return new OpenAiError(OpenAiErrorKind.API_ERROR);
    }
}
