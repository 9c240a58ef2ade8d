package io.leasehold.cli.keys;

import io.leasehold.cli.accounts.Accounts;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.api.Query;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which keys a command is about. */
final class KeyFilterOptions {
    @Option(names = "--state", paramLabel = "STATE", description = "Only keys in that state, such as active.")
    private @Nullable String state;

    @Option(names = "--provider", paramLabel = "ID", description = "Only keys of that provider, such as anthropic.")
    private @Nullable String provider;

    @Option(names = "--account", paramLabel = "ACCOUNT", description = "Only keys of that account, by name or id.")
    private @Nullable String account;

    @Option(names = "--tag", paramLabel = "TAG", description = "Only keys with that tag.")
    private @Nullable String tag;

    @Option(names = "--text", paramLabel = "WORDS", description = "Only keys with that in their name, label or tags.")
    private @Nullable String text;

    boolean isEmpty() {
        return Stream.of(state, provider, account, tag, text).allMatch(Objects::isNull);
    }

    Query query(Api api) {
        String accountId =
                account == null ? null : Accounts.find(api, account).path("id").asText();
        return new Query()
                .with("state", state)
                .with("provider", provider)
                .with("account", accountId)
                .with("tag", tag)
                .with("text", text);
    }
}
