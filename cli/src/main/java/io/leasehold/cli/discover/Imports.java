package io.leasehold.cli.discover;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.api.ApiProblem;
import io.leasehold.cli.api.Query;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.output.Column;
import io.leasehold.cli.terminal.Terminal;
import io.leasehold.discovery.Finding;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Adds to the pool what was found, each after a yes.
 *
 * @param yes whether it was said beforehand, for all
 * @param accounts names or ids of accounts by provider, where it was said
 */
record Imports(Api api, Terminal terminal, boolean yes, Map<String, String> accounts) {
    private static final int NOT_FOUND = 404;
    private static final int MOST = 10_000;
    private static final int NAMED_BY = 6;

    /** What became of it. */
    JsonNode add(Finding found) {
        try {
            Optional<String> there = inPool(found);
            if (there.isPresent()) {
                return row(found, "already_there", there.get(), null);
            }
            JsonNode account = account(found.provider());
            String name = found.provider() + "-" + found.fingerprint().substring(0, NAMED_BY);
            if (!wanted(found, account.path("name").asText(), name)) {
                return row(found, "skipped", null, null);
            }
            return row(found, "imported", added(found, account, name), null);
        } catch (ApiProblem refused) {
            return row(found, "refused", null, refused.getMessage());
        } catch (NoAccountException none) {
            return row(found, "refused", null, none.getMessage());
        }
    }

    private Optional<String> inPool(Finding found) {
        try {
            ObjectNode body = Bodies.body().put("secret", found.secret());
            return Optional.of(
                    api.post(Api.path("keys", "find"), body).path("name").asText());
        } catch (ApiProblem refused) {
            if (refused.status() == NOT_FOUND) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private JsonNode account(String provider) {
        String wanted = accounts.get(provider);
        List<JsonNode> possible = api.list(Api.path("provider-accounts"), new Query(), MOST).stream()
                .filter(account -> account.path("provider").asText().equals(provider))
                .filter(account -> wanted == null
                        || account.path("name").asText().equals(wanted)
                        || account.path("id").asText().equals(wanted))
                .toList();
        if (possible.size() == 1) {
            return possible.getFirst();
        }
        throw new NoAccountException(
                possible.isEmpty()
                        ? "There is no such account of " + provider + ". Add one: leasehold accounts add"
                        : provider + " has several accounts. Say which: --account " + provider + "=NAME");
    }

    private boolean wanted(Finding found, String account, String name) {
        if (yes) {
            return true;
        }
        String question = "Add %s, found in %s, to the account '%s' as key '%s'? Type yes to add it:"
                .formatted(found.masked(), String.join(", ", found.sources()), account, name);
        return terminal.ask(Column.harmless(question))
                .strip()
                .toLowerCase(Locale.ROOT)
                .equals("yes");
    }

    private String added(Finding found, JsonNode account, String name) {
        ObjectNode body = Bodies.body()
                .put("account_id", account.path("id").asText())
                .put("name", name)
                .put("secret", found.secret());
        Bodies.put(body, "tags", List.of("discovered"));
        return api.post(Api.path("keys"), body).path("name").asText();
    }

    static JsonNode row(Finding found, String result, @Nullable String key, @Nullable String message) {
        ObjectNode row = Bodies.body()
                .put("provider", found.provider())
                .put("masked", found.masked())
                .put("fingerprint", found.fingerprint())
                .put("result", result)
                .put("key", key)
                .put("message", message);
        ArrayNode sources = row.putArray("sources");
        found.sources().forEach(sources::add);
        return row;
    }

    /** There is none to add the key to, or more than one. */
    private static final class NoAccountException extends RuntimeException {
        private static final long serialVersionUID = 1;

        NoAccountException(String message) {
            super(message);
        }
    }
}
