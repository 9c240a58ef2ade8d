package io.leasehold.contracts.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was said in one call through the gateway; told only where the domain's capture is {@code full}. Secrets and what else
 * the workspace's rules name stand there as {@code [redacted:<what>]}.
 *
 * @param requestId that of {@link RequestCompleted}, which tells everything else
 * @param model as there
 * @param admittedAt as there
 * @param request null where it could not be kept
 * @param answer null where there was none, or it could not be kept
 */
public record ExchangeCaptured(
        UUID requestId,
        UUID workspaceId,
        UUID leaseId,
        @Nullable String domain,
        String provider,
        String model,
        String route,
        Instant admittedAt,
        @Nullable Body request,
        @Nullable Body answer)
        implements EventData {
    /** The most of a body that is told, in bytes of UTF-8. */
    public static final int LONGEST_BODY = 512 * 1024;

    @Override
    public String aggregateKey() {
        return requestId.toString();
    }

    /**
     * @param text as it was sent, streams too, but for what was redacted
     * @param cut whether there was more of it
     * @param contentType null where it was not said
     */
    public record Body(String text, boolean cut, @Nullable String contentType) {}
}
