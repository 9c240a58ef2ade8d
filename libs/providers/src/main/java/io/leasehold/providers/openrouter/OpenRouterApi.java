package io.leasehold.providers.openrouter;

import static io.leasehold.providers.http.ApiCall.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.providers.Access;
import io.leasehold.providers.dialect.CredentialHeader;
import io.leasehold.providers.http.Answer;
import io.leasehold.providers.http.ApiCall;
import io.leasehold.providers.http.Failure;
import io.leasehold.providers.http.JsonFields;
import io.leasehold.providers.http.ProviderClient;
import io.leasehold.providers.http.ProviderException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Calls of OpenRouter's management API: errors, workspaces and paging. */
final class OpenRouterApi {
    static final CredentialHeader CREDENTIAL = new CredentialHeader("authorization", "Bearer");
    /** Of how many completed days there is activity. */
    static final int ACTIVITY_DAYS = 30;

    private static final String ROOT = "/api/v1";
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 1000;
    private static final Set<Failure> NO_WORKSPACES = Set.of(Failure.NOT_FOUND, Failure.FORBIDDEN, Failure.BAD_REQUEST);

    private final ProviderClient client;
    private final OpenRouterErrors errors = new OpenRouterErrors();

    OpenRouterApi(ProviderClient client) {
        this.client = client;
    }

    JsonNode get(Access access, String path) {
        return client.send(ApiCall.get(access, CREDENTIAL, ROOT + path), errors).body();
    }

    /** Empty where there is no such thing. */
    Optional<JsonNode> find(Access access, String path) {
        return client.find(ApiCall.get(access, CREDENTIAL, ROOT + path), errors).map(Answer::body);
    }

    JsonNode patch(Access access, String path, String json) {
        return client.send(ApiCall.with("PATCH", access, CREDENTIAL, ROOT + path, json), errors)
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

    JsonNode delete(Access access, String path) {
        return client.send(ApiCall.delete(access, CREDENTIAL, ROOT + path), errors)
                .body();
    }

    /** Every key of every workspace; without naming one, only those of the default workspace are listed. */
    List<JsonNode> keys(Access admin) {
        List<String> workspaces = workspaces(admin).stream()
                .map(workspace -> JsonFields.text(workspace, "id"))
                .filter(Objects::nonNull)
                .toList();
        return workspaces.isEmpty()
                ? keys(admin, null)
                : workspaces.stream()
                        .flatMap(workspace -> keys(admin, workspace).stream())
                        .toList();
    }

    /** What their secrets hash to, which is what they are called. */
    static List<String> hashes(List<JsonNode> keys) {
        return keys.stream()
                .map(key -> JsonFields.text(key, "hash"))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Every workspace of the account; empty where the account has none of them. */
    List<JsonNode> workspaces(Access admin) {
        try {
            return pages(offset -> get(admin, "/workspaces?limit=" + PAGE + "&offset=" + offset), "id");
        } catch (ProviderException failure) {
            if (NO_WORKSPACES.contains(failure.failure())) {
                return List.of();
            }
            throw failure;
        }
    }

    private List<JsonNode> keys(Access admin, @Nullable String workspace) {
        String path = "/keys?include_disabled=true" + (workspace == null ? "" : "&workspace_id=" + encoded(workspace));
        return pages(offset -> get(admin, path + "&offset=" + offset), "hash");
    }

    /**
     * All of a list that is paged by offset. The newest come first: what is made while pages are read moves another one
     * onto the next page too.
     *
     * @param id the field that tells rows apart
     */
    private static List<JsonNode> pages(IntFunction<JsonNode> page, String id) {
        Map<String, JsonNode> byId = new LinkedHashMap<>();
        int offset = 0;
        for (int read = 0; read < MOST_PAGES; read++) {
            List<JsonNode> rows = page.apply(offset).path("data").valueStream().toList();
            offset += rows.size();
            rows.forEach(row -> byId.putIfAbsent(row.path(id).asText(), row));
            if (rows.size() < PAGE) {
                return List.copyOf(byId.values());
            }
        }
        throw new ProviderException(Failure.UNREADABLE, 200, null, "OpenRouter's lists do not come to an end.", null);
    }
}
