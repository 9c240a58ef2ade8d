package io.leasehold.cli.keys;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.cli.accounts.Accounts;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.ApiCommand;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.failure.ExitCode;
import io.leasehold.cli.failure.Failure;
import io.leasehold.cli.output.Column;
import io.leasehold.cli.output.Printer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "add-all",
        description = {
            "Add many keys, each by itself; they are read from the standard input: a JSON array, or a JSON object each,"
                    + " with the fields of the API (name, secret or source, account_id, label, tags, models, limits).",
            "Exits 3 when some were not added."
        },
        mixinStandardHelpOptions = true)
final class KeysAddAllCommand extends ApiCommand {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int AT_ONCE = 100;
    private static final List<Column> COLUMNS =
            List.of(Column.of("name"), Column.of("ID", "id"), Column.of("masked"), Column.of("PROBLEM", "detail"));

    @Option(
            names = "--account",
            paramLabel = "ACCOUNT",
            description = "Name or id of the provider account of those that don't say theirs.")
    private @Nullable String account;

    @Option(names = "--no-verify", description = "Don't ask the providers whether they accept the keys.")
    private boolean unverified;

    KeysAddAllCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected ExitCode run(Api api, Printer printer) {
        List<ObjectNode> keys = read(terminal().input());
        if (account != null) {
            String accountId = Accounts.find(api, account).path("id").asText();
            keys.forEach(key -> key.putIfAbsent("account_id", key.textNode(accountId)));
        }
        if (unverified) {
            keys.forEach(key -> key.put("verify", false));
        }
        List<JsonNode> added = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += AT_ONCE) {
            ObjectNode body = Bodies.body();
            body.putArray("keys").addAll(keys.subList(from, Math.min(from + AT_ONCE, keys.size())));
            api.post(Api.path("keys", "batch"), body).path("items").forEach(item -> added.add(row(item)));
        }
        printer.list(added, COLUMNS);
        return added.stream().noneMatch(row -> row.hasNonNull("problem")) ? ExitCode.DONE : ExitCode.UNFINISHED;
    }

    /** What is wrong with it is said without quoting it: there are secrets in it. */
    private static List<ObjectNode> read(String input) {
        List<ObjectNode> keys = new ArrayList<>();
        try (JsonParser values = JSON.createParser(input)) {
            for (JsonNode value = JSON.readTree(values); value != null; value = JSON.readTree(values)) {
                (value.isArray() ? value : List.of(value)).forEach(each -> keys.add(key(each)));
            }
        } catch (JsonProcessingException malformed) {
            throw Failure.wrongUse("The standard input is no JSON, at line %d."
                    .formatted(malformed.getLocation().getLineNr()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        if (keys.isEmpty()) {
            throw Failure.wrongUse("There are no keys on the standard input; see --help.");
        }
        return keys;
    }

    private static ObjectNode key(JsonNode value) {
        if (value instanceof ObjectNode key) {
            return key;
        }
        throw Failure.wrongUse("Each key must be a JSON object; see --help.");
    }

    private static JsonNode row(JsonNode item) {
        ObjectNode row = Bodies.body().put("name", item.path("name").asText());
        JsonNode key = item.path("key");
        Bodies.put(row, "id", key.path("id").asText(null));
        Bodies.put(row, "masked", key.path("masked").asText(null));
        Bodies.put(row, "problem", item.path("problem").asText(null));
        Bodies.put(row, "detail", item.path("detail").asText(null));
        return row;
    }
}
