package io.leasehold.providers.cohere;

import static io.leasehold.providers.http.ApiCall.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.providers.Access;
import io.leasehold.providers.dialect.CredentialHeader;
import io.leasehold.providers.http.ApiCall;
import io.leasehold.providers.http.Pages;
import io.leasehold.providers.http.ProviderClient;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The two calls of Cohere's API that are no inference. */
final class CohereApi {
    static final CredentialHeader CREDENTIAL = new CredentialHeader("authorization", "Bearer");
    private static final int MODELS_A_PAGE = 1000;

    private final ProviderClient client;
    private final CohereErrors errors = new CohereErrors();

    CohereApi(ProviderClient client) {
        this.client = client;
    }

    JsonNode checkKey(Access key) {
        return client.send(ApiCall.post(key, CREDENTIAL, "/v1/check-api-key"), errors)
                .body();
    }

    List<JsonNode> models(Access key) {
        return Pages.all(errors.provider(), token -> modelsAfter(key, token), "next_page_token").stream()
                .flatMap(page -> page.path("models").valueStream())
                .toList();
    }

    private JsonNode modelsAfter(Access key, @Nullable String token) {
        String path = "/v1/models?page_size=" + MODELS_A_PAGE + (token == null ? "" : "&page_token=" + encoded(token));
        return client.send(ApiCall.get(key, CREDENTIAL, path), errors).body();
    }
}
