package io.leasehold.distribution.lease;

import io.leasehold.contracts.KeyTags;
import io.leasehold.contracts.LeaseMode;
import io.leasehold.kit.problem.InvalidRequestProblem;
import io.leasehold.kit.rate.Rates;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a node asks for. The answer says what it was granted, which may be less. */
@Schema(name = "AskLease")
record AskLeaseRequest(
        @Schema(description = "Whose keys are needed.", examples = "anthropic")
        @NotNull
        @Pattern(regexp = "[a-z][a-z0-9-]{0,62}", message = "must be the id of a provider")
        String provider,

        @Schema(
                description =
                        "gateway, which is also meant when it is left out: a token for the gateway. direct: the secret of a key"
                                + " that may be handed out; the whole spend_limit, which is needed then, counts as held for the term.",
                examples = "gateway")
        @Nullable
        LeaseMode mode,

        @Schema(
                description =
                        "For how long, as an ISO-8601 duration; 24 hours when left out, or without an end where the workspace wants it so, and never more than the service allows.",
                implementation = String.class,
                examples = "PT24H")
        @Nullable
        Duration ttl,

        @Schema(description = "The most that the lease may ever cost, in USD.", examples = "1")
        @DecimalMin(value = "0", inclusive = false, message = "must be more than 0")
        @Digits(integer = 11, fraction = 9, message = "must have at most 9 decimals")
        @Nullable
        BigDecimal spendLimit,

        @Schema(
                description = "How fast it may be used, through the gateway.",
                examples = "{\"requests_per_minute\":60}")
        @Valid
        @Nullable
        Rates rates,

        @Schema(description = "The domain that its traffic counts for.", examples = "app.example.com")
        @Pattern(
                regexp = "[A-Za-z0-9][A-Za-z0-9._:-]{0,252}",
                message = "must be a host name or label of letters, digits and . _ : -")
        @Nullable
        String domain,

        @Schema(description = "The user that its traffic counts for.", examples = "jane@example.com")
        @Size(min = 1, max = 200)
        @Nullable
        String user,

        @Schema(
                description = "The models that it may call; all that the key allows when left out.",
                examples = "[\"claude-sonnet-4-5\"]")
        @Size(max = 100)
        @Nullable
        List<@NotNull @Size(min = 1, max = 200) String> models,

        @Schema(
                description = "Tags that its keys must have, all of them; upper and lower case are alike.",
                examples = "[\"team:web\"]")
        @Size(max = 20)
        @Nullable
        List<@NotNull @Size(min = 1, max = 100) String> tags,

        @Schema(
                description =
                        "The pool that its keys are in, which is those with the tag pool:<name>; keys of a pool serve"
                                + " nobody else.",
                examples = "batch")
        @Size(min = 1, max = 95)
        @Nullable
        String pool,

        @Schema(description = "What the node calls it.", examples = "nightly-batch") @Size(min = 1, max = 100) @Nullable
        String name,

        @Schema(
                description =
                        "Whether a second lease is wanted beside a standing one for the same provider, domain and user.",
                examples = "false")
        @Nullable
        Boolean additional) {

    /** @throws InvalidRequestProblem when what is asked for can't be had */
    AskCommand toCommand() {
        if (mode == LeaseMode.DIRECT && spendLimit == null) {
            throw new InvalidRequestProblem(
                    "spend_limit", "is needed for a direct lease: it is set aside for its term");
        }
        if (mode == LeaseMode.DIRECT && rates != null) {
            throw new InvalidRequestProblem("rates", "can't be kept by a direct lease: nobody counts what it sends");
        }
        return new AskCommand(
                provider,
                mode == null ? LeaseMode.GATEWAY : mode,
                RenewLeaseRequest.checked(ttl),
                spendLimit,
                Rates.toLimits(rates),
                domain,
                user,
                models == null ? List.of() : List.copyOf(models),
                allTags(),
                name,
                Boolean.TRUE.equals(additional));
    }

    /** In the same order whatever order they came in, as a lease that stands is found by them. */
    private List<String> allTags() {
        Stream<String> given = tags == null ? Stream.of() : tags.stream();
        return Stream.concat(given, Stream.ofNullable(pool).map(KeyTags::ofPool))
                .map(tag -> tag.toLowerCase(Locale.ROOT))
                .distinct()
                .sorted()
                .toList();
    }
}
