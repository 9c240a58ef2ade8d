package io.leasehold.cli.providers;

import io.leasehold.cli.api.Api;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whose plan: that of one account, or of all accounts of a provider that have none of their own. */
final class PlanOf {
    @ArgGroup(multiplicity = "1")
    private Whose whose = new Whose();

    static final class Whose {
        @Parameters(paramLabel = "PROVIDER", description = "Of all its accounts, such as anthropic.")
        private @Nullable String provider;

        @Option(names = "--account", paramLabel = "ACCOUNT", description = "Of that account only; its name or id.")
        private @Nullable String account;
    }

    String path(Api api) {
        return whose.account != null
                ? Api.path("usage", "accounts", PolledAccounts.id(api, whose.account), "plan")
                : Api.path("usage", "providers", String.valueOf(whose.provider), "plan");
    }
}
