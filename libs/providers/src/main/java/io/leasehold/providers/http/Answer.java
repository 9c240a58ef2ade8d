package io.leasehold.providers.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a provider answered.
 *
 * @param body a missing node where it is no JSON
 * @param retryAfter how long the provider asks to wait
 */
public record Answer(
        int status,
        HttpHeaders headers,
        JsonNode body,
        @Nullable Duration retryAfter) {

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** A header's first value; null without one. */
    public @Nullable String header(String name) {
        return headers.firstValue(name).orElse(null);
    }
}
