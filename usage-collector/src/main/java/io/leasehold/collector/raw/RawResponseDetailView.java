package io.leasehold.collector.raw;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a provider answered. */
@Schema(name = "RawResponseDetail")
record RawResponseDetailView(
        @Schema(description = "The answer", examples = "0199f2a0-7c1e-7aaa-8bbb-0123456789ad")
        UUID id,

        @Schema(description = "The provider account", examples = "0199f2a0-7c1e-7aaa-8bbb-0123456789ab")
        UUID accountId,

        @Schema(description = "Whose account it is", examples = "anthropic")
        String provider,

        @Schema(description = "How it was asked", examples = "GET")
        String method,

        @Schema(
                description = "What was asked, with its query; secrets are cut out",
                examples = "/v1/organizations/usage_report/messages?starting_at=2026-11-20T00:00:00Z")
        String path,

        @Schema(description = "The HTTP status; 0 when there was no answer", examples = "200")
        int status,

        @Schema(
                description = "The answer; secrets are cut out, and long ones end early",
                examples = "{\"data\":[],\"has_more\":false}")
        String body,

        @Schema(description = "How long the answer was", examples = "18231")
        long bytes,

        @Schema(description = "Whether only the beginning of the answer is kept", examples = "false")
        boolean truncated,

        @Schema(description = "How many milliseconds it took", examples = "184")
        long tookMs,

        @Schema(description = "When the poll ended", examples = "2026-11-20T10:05:00Z")
        Instant at) {
    static RawResponseDetailView of(RawResponse raw) {
        return new RawResponseDetailView(
                raw.id(),
                raw.accountId(),
                raw.provider(),
                raw.method(),
                raw.path(),
                raw.status(),
                raw.body(),
                raw.bytes(),
                raw.truncated(),
                raw.tookMs(),
                raw.at());
    }
}
