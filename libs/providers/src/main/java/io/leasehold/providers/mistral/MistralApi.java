package io.leasehold.providers.mistral;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.providers.Access;
import io.leasehold.providers.dialect.CredentialHeader;
import io.leasehold.providers.http.Answer;
import io.leasehold.providers.http.ApiCall;
import io.leasehold.providers.http.Failure;
import io.leasehold.providers.http.JsonFields;
import io.leasehold.providers.http.ProviderClient;
import io.leasehold.providers.http.ProviderException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Calls of Mistral's API: errors, the two ways to say who asks, and paging. */
final class MistralApi {
    static final CredentialHeader CREDENTIAL = new CredentialHeader("authorization", "Bearer");
    /** As an older guide to the admin API has it; the specification has the other one. */
    private static final CredentialHeader OLDER_CREDENTIAL = new CredentialHeader("x-api-key", "");

    private static final String ROOT = "/v1";
    private static final String ADMIN = ROOT + "/admin";
    private static final int MOST_PAGES = 1000;

    private final ProviderClient client;
    private final MistralErrors errors = new MistralErrors();

    MistralApi(ProviderClient client) {
        this.client = client;
    }

    JsonNode get(Access access, String path) {
        return client.send(ApiCall.get(access, CREDENTIAL, ROOT + path), errors).body();
    }

    /** Empty where there is no such thing. */
    Optional<JsonNode> find(Access access, String path) {
        return client.find(ApiCall.get(access, CREDENTIAL, ROOT + path), errors).map(Answer::body);
    }

    JsonNode adminGet(Access admin, String path) {
        return asAdmin(credential -> ApiCall.get(admin, credential, ADMIN + path));
    }

    JsonNode adminDelete(Access admin, String path) {
        return asAdmin(credential -> ApiCall.delete(admin, credential, ADMIN + path));
    }

    /** Makes something: sent once, because a second one would make another. */
    JsonNode adminCreate(Access admin, String path, JsonNode body) {
        return asAdmin(credential -> ApiCall.with("POST", admin, credential, ADMIN + path, body.toString())
                .once());
    }

    /**
     * All pages of a list.
     *
     * @param page fetches the page with that number, from 0
     * @param items the rows of a page
     * @param size how many rows a full page has
     */
    static List<JsonNode> pages(IntFunction<JsonNode> page, String items, int size) {
        List<JsonNode> all = new ArrayList<>();
        for (int number = 0; number < MOST_PAGES; number++) {
            List<JsonNode> rows = page.apply(number).path(items).valueStream().toList();
            all.addAll(rows);
            if (rows.size() < size) {
                return all;
            }
        }
        throw new ProviderException(Failure.UNREADABLE, 200, null, "Mistral's lists do not come to an end.", null);
    }

    /** The id of something listed. */
    static String id(JsonNode listed, String field, String what) {
        String id = JsonFields.text(listed, field);
        if (id == null) {
            throw new ProviderException(
                    Failure.UNREADABLE, 200, null, "Mistral listed %s without an id.".formatted(what), null);
        }
        return id;
    }

    /** What amounts are in; in upper case. */
    static String currency(JsonNode report) {
        String currency = JsonFields.text(report, "currency");
        if (currency == null) {
            throw new ProviderException(
                    Failure.UNREADABLE, 200, null, "Mistral does not say what its amounts are in.", null);
        }
        return currency.toUpperCase(Locale.ROOT);
    }

    /** A credential that is not taken in one header is tried in the other; nothing was done by then. */
    private JsonNode asAdmin(Function<CredentialHeader, ApiCall> call) {
        try {
            return client.send(call.apply(CREDENTIAL), errors).body();
        } catch (ProviderException failure) {
            if (failure.failure() == Failure.INVALID_CREDENTIAL) {
                return client.send(call.apply(OLDER_CREDENTIAL), errors).body();
            }
            throw failure;
        }
    }
}
