package io.leasehold.key.apikey;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which keys are wanted, as it comes from the query. Fields, because that is what the framework fills. */
public class KeyQuery {
    @Parameter(description = "Only keys in that state", example = "active")
    @RestQuery
    @Nullable
    String state;

    @Parameter(description = "Only keys of the provider with that id", example = "anthropic")
    @RestQuery
    @Nullable
    String provider;

    @Parameter(
            description = "Only keys of the provider account with that id",
            example = "0199f2a4-7c1e-7b0a-9d52-5a3b0c0e7a10")
    @RestQuery
    @Nullable
    UUID account;

    @Parameter(description = "Only keys with that tag; upper and lower case are alike", example = "team:web")
    @RestQuery
    @Nullable
    String tag;

    @Parameter(
            description =
                    "Only keys with this in their name, label, tags or last four characters; upper and lower case are alike",
            example = "web")
    @RestQuery
    @Nullable
    String text;

    public KeyFilter filter() {
        return new KeyFilter(state == null ? null : KeyFilter.stateNamed(state), provider, account, tag, text);
    }
}
