package io.leasehold.providers.openrouter;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.providers.http.Answer;
import io.leasehold.providers.http.ErrorReader;
import io.leasehold.providers.http.Failure;
import io.leasehold.providers.http.JsonFields;
import org.jspecify.annotations.Nullable;

/** OpenRouter's errors (API reference, errors). 402 is no credit, but for a budget of requests still under way. */
final class OpenRouterErrors implements ErrorReader {

    @Override
    public String provider() {
        return "OpenRouter";
    }

    @Override
    public Reading read(Answer answer) {
        JsonNode error = answer.body().path("error");
        JsonNode metadata = error.path("metadata");
        String source = JsonFields.text(metadata, "limit_source");
        String type = JsonFields.text(metadata, "error_type");
        return new Reading(
                failure(answer.status(), source), source != null ? source : type, JsonFields.text(error, "message"));
    }

    private static Failure failure(int status, @Nullable String limitSource) {
        boolean passing = status == 402 && "openrouter_in_flight_budget".equals(limitSource);
        return passing ? Failure.RATE_LIMITED : ErrorReader.byStatus(status);
    }
}
