package io.leasehold.cli.providers;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.output.Column;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What providers told of each account last: used, charged and left. */
final class UsedAccounts {
    private static final String NOTHING = "-";
    private static final String USD = "USD";

    /** Of each quota, what is left of it. */
    static final Column LEFT = new Column("LEFT", row -> each(row.path("quotas"), UsedAccounts::left));

    static final List<Column> COLUMNS = List.of(
            Column.at("PROVIDER", "/account/provider"),
            Column.at("ACCOUNT", "/account/name"),
            Column.at("STATUS", "/account/status"),
            Column.at("AS OF", "/account/as_of"),
            Column.at("STALE", "/account/stale"),
            new Column("TODAY", row -> each(row.path("spend"), spend -> amount(spend, "today"))),
            new Column("THIS MONTH", row -> each(row.path("spend"), spend -> amount(spend, "month"))),
            Column.at("REQUESTS", "/usage/requests"),
            Column.at("INPUT", "/usage/input"),
            Column.at("OUTPUT", "/usage/output"),
            LEFT,
            Column.at("MESSAGE", "/account/message"));

    private UsedAccounts() {}

    static List<JsonNode> of(List<JsonNode> providers) {
        return providers.stream()
                .flatMap(provider ->
                        StreamSupport.stream(provider.path("accounts").spliterator(), false))
                .toList();
    }

    static boolean allAnswered(List<JsonNode> accounts) {
        return accounts.stream()
                .map(account -> account.at("/account/status").asText())
                .allMatch(status -> status.equals("ok") || PolledAccounts.NEVER_ASKED.contains(status));
    }

    private static String amount(JsonNode spend, String when) {
        String currency = spend.path("currency").asText();
        String amount = spend.path(when).asText() + " " + currency;
        return currency.equals(USD)
                ? amount
                : amount + " (" + spend.path(when + "_usd").asText("unknown") + " " + USD + ")";
    }

    private static String left(JsonNode quota) {
        String left = quota.path("unlimited").asBoolean()
                ? "unlimited"
                : quota.path("remaining").asText("unknown") + " "
                        + quota.path("unit").asText();
        return quota.path("name").asText() + " " + left;
    }

    private static String each(JsonNode things, Function<JsonNode, String> text) {
        return things.isEmpty()
                ? NOTHING
                : StreamSupport.stream(things.spliterator(), false)
                        .map(text)
                        .map(Column::harmless)
                        .collect(Collectors.joining(", "));
    }
}
