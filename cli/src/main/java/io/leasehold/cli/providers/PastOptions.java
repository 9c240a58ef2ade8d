package io.leasehold.cli.providers;

import io.leasehold.cli.api.Api;
import io.leasehold.cli.api.Query;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which part of what providers told is looked at. */
final class PastOptions {
    @Option(names = "--provider", paramLabel = "PROVIDER", description = "Only of that provider.")
    private @Nullable String provider;

    @Option(names = "--account", paramLabel = "ACCOUNT", description = "Only of the account with that name or id.")
    private @Nullable String account;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description =
                    "Where to begin, such as 2026-11-01T00:00:00Z; what goes on then is in it. A day before the end where left out.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Only what begins before that time; now where left out.")
    private @Nullable String to;

    Query query(Api api) {
        return new Query()
                .with("provider", provider)
                .with("account_id", account == null ? null : PolledAccounts.id(api, account))
                .with("from", from)
                .with("to", to);
    }
}
