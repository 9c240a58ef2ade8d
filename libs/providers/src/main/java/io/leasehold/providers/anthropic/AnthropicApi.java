package io.leasehold.providers.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.providers.Access;
import io.leasehold.providers.dialect.CredentialHeader;
import io.leasehold.providers.http.Answer;
import io.leasehold.providers.http.ApiCall;
import io.leasehold.providers.http.Pages;
import io.leasehold.providers.http.ProviderClient;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Calls of Anthropic's management API: version header, errors and paging. */
final class AnthropicApi {
    static final CredentialHeader CREDENTIAL = new CredentialHeader("x-api-key", "");
    private static final String VERSION = "2023-06-01";

    private final ProviderClient client;
    private final AnthropicErrors errors = new AnthropicErrors();

    AnthropicApi(ProviderClient client) {
        this.client = client;
    }

    Answer get(Access access, String path) {
        return send(ApiCall.get(access, CREDENTIAL, path));
    }

    /** Empty where there is no such thing. */
    Optional<JsonNode> find(Access access, String path) {
        return client.find(versioned(ApiCall.get(access, CREDENTIAL, path)), errors)
                .map(Answer::body);
    }

    Answer getBeta(Access access, String path, String beta) {
        return send(ApiCall.get(access, CREDENTIAL, path).header("anthropic-beta", beta));
    }

    Answer post(Access access, String path, String json) {
        return send(ApiCall.with("POST", access, CREDENTIAL, path, json));
    }

    /** Makes something: sent once, because a second one would make another. */
    JsonNode create(Access access, String path, JsonNode body) {
        return send(ApiCall.with("POST", access, CREDENTIAL, path, body.toString())
                        .once())
                .body();
    }

    /**
     * All pages of a list or a report, one after the other.
     *
     * @param page fetches the page after a cursor; null asks for the first
     * @param cursor the field that names the next page
     */
    List<JsonNode> pages(Function<@Nullable String, JsonNode> page, String cursor) {
        return Pages.all(errors.provider(), page, cursor);
    }

    private Answer send(ApiCall call) {
        return client.send(versioned(call), errors);
    }

    private static ApiCall versioned(ApiCall call) {
        return call.header("anthropic-version", VERSION);
    }
}
