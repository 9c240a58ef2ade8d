package io.leasehold.collector.poll;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How an account's provider answers.
 *
 * @param status {@code ok}, {@code missing_key}, {@code invalid_key}, {@code rate_limited}, {@code unavailable}, {@code
 *     timeout}, {@code parse_error}; {@code pending} before the first poll; {@code unsupported} where the provider tells
 *     no costs; {@code inactive} where the account is not in use
 * @param message what happened and what to do next; null when there is nothing to do
 * @param lastGoodAt when figures were last read; null when they never were
 * @param asOf how fresh the provider said that they are
 * @param stale whether the figures are older than they should be
 * @param nextPollAt null when only a change of the account can help
 */
@Schema(name = "AccountStatus")
record AccountStatusView(
        @Schema(examples = "0199f2a0-7c1e-7aaa-8bbb-0123456789ab")
        UUID accountId,

        @Schema(examples = "anthropic") String provider,
        @Schema(examples = "Acme at Anthropic") String name,
        @Schema(examples = "ok") String status,

        @Schema(examples = "anthropic did not answer in time. It is tried again by itself.", nullable = true) @Nullable
        String message,

        @Schema(examples = "2026-11-21T09:45:13Z", nullable = true) @Nullable
        Instant lastGoodAt,

        @Schema(examples = "2026-11-21T09:45:12Z", nullable = true) @Nullable
        Instant asOf,

        @Schema(examples = "false") boolean stale,

        @Schema(examples = "2026-11-21T10:45:13Z", nullable = true) @Nullable
        Instant nextPollAt) {}
