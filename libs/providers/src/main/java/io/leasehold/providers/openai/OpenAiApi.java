package io.leasehold.providers.openai;

import static io.leasehold.providers.http.ApiCall.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.providers.Access;
import io.leasehold.providers.dialect.CredentialHeader;
import io.leasehold.providers.http.Answer;
import io.leasehold.providers.http.ApiCall;
import io.leasehold.providers.http.Failure;
import io.leasehold.providers.http.JsonFields;
import io.leasehold.providers.http.Pages;
import io.leasehold.providers.http.ProviderClient;
import io.leasehold.providers.http.ProviderException;
import java.util.List;
import java.util.Optional;

/** Calls of OpenAI's administration API: errors and paging. */
final class OpenAiApi {
    static final CredentialHeader CREDENTIAL = new CredentialHeader("authorization", "Bearer");
    private static final String ROOT = "/v1";

    private final ProviderClient client;
    private final OpenAiErrors errors = new OpenAiErrors();

    OpenAiApi(ProviderClient client) {
        this.client = client;
    }

    Answer get(Access access, String path) {
        return client.send(ApiCall.get(access, CREDENTIAL, ROOT + path), errors);
    }

    /** Empty where there is no such thing. */
    Optional<JsonNode> find(Access access, String path) {
        return client.find(ApiCall.get(access, CREDENTIAL, ROOT + path), errors).map(Answer::body);
    }

    JsonNode delete(Access access, String path) {
        return client.send(ApiCall.delete(access, CREDENTIAL, ROOT + path), errors)
                .body();
    }

    /** Makes something: sent once, because a second one would make another. */
    JsonNode create(Access access, String path, JsonNode body) {
        return client.send(
                        ApiCall.with("POST", access, CREDENTIAL, ROOT + path, body.toString())
                                .once(),
                        errors)
                .body();
    }

    /**
     * Everything of a list.
     *
     * @param path with its query, which sets the limit
     */
    List<JsonNode> list(Access access, String path) {
        return pages(access, path, "after", "last_id").stream()
                .flatMap(page -> page.path("data").valueStream())
                .toList();
    }

    /** All pages of a report. */
    List<JsonNode> report(Access access, String path) {
        return pages(access, path, "page", "next_page");
    }

    private List<JsonNode> pages(Access access, String path, String parameter, String cursor) {
        return Pages.all(
                errors.provider(),
                next -> get(access, path + (next == null ? "" : "&" + parameter + "=" + encoded(next)))
                        .body(),
                cursor);
    }

    /** The id of something listed. */
    static String id(JsonNode listed, String what) {
        String id = JsonFields.text(listed, "id");
        if (id == null) {
            throw new ProviderException(
                    Failure.UNREADABLE, 200, null, "OpenAI listed %s without an id.".formatted(what), null);
        }
        return id;
    }
}
