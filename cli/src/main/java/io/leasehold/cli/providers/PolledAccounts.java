package io.leasehold.cli.providers;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.api.Query;
import io.leasehold.cli.failure.Failure;
import io.leasehold.cli.output.Column;
import java.util.List;
import java.util.Set;

/** Accounts as usage-collector knows them: how their providers answer, and how fresh what they told is. */
final class PolledAccounts {
    static final List<Column> COLUMNS = List.of(
            Column.of("provider"),
            Column.of("ACCOUNT", "name"),
            Column.of("status"),
            Column.of("AS OF", "as_of"),
            Column.of("stale"),
            Column.of("NEXT", "next_poll_at"),
            Column.of("message"));

    /** There is nobody to ask for them. */
    static final Set<String> NEVER_ASKED = Set.of("unsupported", "inactive");

    private static final int MOST = 10_000;

    private PolledAccounts() {}

    static List<JsonNode> list(Api api) {
        return api.list(Api.path("usage", "accounts"), new Query(), MOST);
    }

    static String id(Api api, String nameOrId) {
        return find(api, nameOrId).path("account_id").asText();
    }

    /** @param nameOrId names never look like ids */
    static JsonNode find(Api api, String nameOrId) {
        return list(api).stream()
                .filter(account -> account.path("name").asText().equals(nameOrId)
                        || account.path("account_id").asText().equals(nameOrId))
                .findFirst()
                .orElseThrow(() ->
                        Failure.failed("There is no provider account " + nameOrId + ". See: leasehold providers list"));
    }
}
