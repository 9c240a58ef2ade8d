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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Calls of OpenRouter's management API: errors, workspaces and paging. */
final class OpenRouterApi {
    static final CredentialHeader CREDENTIAL = new CredentialHeader("authorization", "Bearer");
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

    JsonNode delete(Access access, String path) {
        return client.send(ApiCall.delete(access, CREDENTIAL, ROOT + path), errors)
                .body();
    }

    /** Every key of every workspace; without naming one, only those of the default workspace are listed. */
    List<JsonNode> keys(Access admin) {
        List<String> workspaces = workspaces(admin);
        List<JsonNode> listed = workspaces.isEmpty()
                ? keys(admin, null)
                : workspaces.stream()
                        .flatMap(workspace -> keys(admin, workspace).stream())
                        .toList();
        return withoutRepeats(listed);
    }

    /** The newest come first: a key made while pages are read moves another one onto the next page too. */
    private static List<JsonNode> withoutRepeats(List<JsonNode> keys) {
        Map<String, JsonNode> byHash = new LinkedHashMap<>();
        keys.forEach(key -> byHash.putIfAbsent(key.path("hash").asText(), key));
        return List.copyOf(byHash.values());
    }

    private List<String> workspaces(Access admin) {
        try {
            return get(admin, "/workspaces")
                    .path("data")
                    .valueStream()
                    .map(workspace -> JsonFields.text(workspace, "id"))
                    .filter(Objects::nonNull)
                    .toList();
        } catch (ProviderException failure) {
            if (NO_WORKSPACES.contains(failure.failure())) {
                return List.of();
            }
            throw failure;
        }
    }

    private List<JsonNode> keys(Access admin, @Nullable String workspace) {
        String path = "/keys?include_disabled=true" + (workspace == null ? "" : "&workspace_id=" + encoded(workspace));
        List<JsonNode> keys = new ArrayList<>();
        for (int page = 0; page < MOST_PAGES; page++) {
            List<JsonNode> found = get(admin, path + "&offset=" + keys.size())
                    .path("data")
                    .valueStream()
                    .toList();
            keys.addAll(found);
            if (found.size() < PAGE) {
                return keys;
            }
        }
        throw new ProviderException(Failure.UNREADABLE, 200, null, "OpenRouter's keys do not come to an end.", null);
    }
}
