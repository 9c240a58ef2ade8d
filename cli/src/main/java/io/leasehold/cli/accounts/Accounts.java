package io.leasehold.cli.accounts;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.api.Query;
import io.leasehold.cli.failure.Failure;
import java.util.stream.Stream;

/** Finds a provider account by what people call it. */
public final class Accounts {
    private static final int MOST = 10_000;

    private Accounts() {}

    /** Where it is asked for. */
    static String path(Api api, String nameOrId, String... verb) {
        String id = find(api, nameOrId).path("id").asText();
        return Api.path(Stream.concat(Stream.of("provider-accounts", id), Stream.of(verb))
                .toArray(String[]::new));
    }

    /** @param nameOrId names never look like ids */
    public static JsonNode find(Api api, String nameOrId) {
        return api.list(Api.path("provider-accounts"), new Query(), MOST).stream()
                .filter(account -> account.path("name").asText().equals(nameOrId)
                        || account.path("id").asText().equals(nameOrId))
                .findFirst()
                .orElseThrow(() ->
                        Failure.failed("There is no provider account " + nameOrId + ". See: leasehold accounts list"));
    }
}
