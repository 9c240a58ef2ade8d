package io.leasehold.collector.poll;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How an account's provider answers. */
@Schema(name = "AccountStatus")
record AccountStatusView(
        @Schema(description = "The provider account", examples = "0199f2a0-7c1e-7aaa-8bbb-0123456789ab")
        UUID accountId,

        @Schema(description = "Who is asked", examples = "anthropic")
        String provider,

        @Schema(description = "What the account is called", examples = "Acme at Anthropic")
        String name,

        @Schema(
                description =
                        "ok, missing_key, invalid_key, rate_limited, unavailable, timeout or parse_error, as the last poll ended; pending before the first one; unsupported where the provider tells nothing; inactive where the account is not in use",
                enumeration = {
                    "ok",
                    "missing_key",
                    "invalid_key",
                    "rate_limited",
                    "unavailable",
                    "timeout",
                    "parse_error",
                    "pending",
                    "unsupported",
                    "inactive"
                },
                examples = "ok")
        String status,

        @Schema(
                description = "What happened and what to do next; null when there is nothing to do",
                examples = "anthropic did not answer in time. It is tried again by itself.",
                nullable = true)
        @Nullable
        String message,

        @Schema(
                description = "When figures were last read; null when they never were",
                examples = "2026-11-21T09:45:13Z",
                nullable = true)
        @Nullable
        Instant lastGoodAt,

        @Schema(
                description = "How fresh the provider said that they are; null when they never were read",
                examples = "2026-11-21T09:45:12Z",
                nullable = true)
        @Nullable
        Instant asOf,

        @Schema(description = "Whether the figures are older than they should be", examples = "false")
        boolean stale,

        @Schema(
                description =
                        "When the provider is asked next; null when only a change of the account or a refresh can help",
                examples = "2026-11-21T10:45:13Z",
                nullable = true)
        @Nullable
        Instant nextPollAt) {}
