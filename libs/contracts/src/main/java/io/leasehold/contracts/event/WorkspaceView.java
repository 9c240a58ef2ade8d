package io.leasehold.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.leasehold.contracts.Capture;
import io.leasehold.contracts.Enrolment;
import io.leasehold.contracts.KeyChoicePolicy;
import io.leasehold.contracts.MemberRole;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A workspace as it stands.
 *
 * @param slug never changes and is never used again
 * @param capture what is kept of the traffic of domains that say nothing else
 * @param failOpen whether requests go on out of emergency slices when the arbiter can't be reached
 * @param version raised with every change; a lower one than seen is ignored
 * @param deletedAt when it was deleted, after which nobody is in it and nothing is added to it; null while it is there
 * @param enrolment see {@link #enrolmentPolicy()}; null in what was written before it could be said
 * @param apiTokens those that are not revoked; some may have expired
 * @param redaction what must not be told of bodies, besides what never is
 * @param keyChoice see {@link #keyChoicePolicy()}; null in what was written before it could be said
 * @param leasesExpire see {@link #leasesEnd()}; null in what was written before it could be said
 */
public record WorkspaceView(
        UUID workspaceId,
        String slug,
        String name,
        Capture capture,
        boolean failOpen,
        List<Domain> domains,
        long version,
        Instant changedAt,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant deletedAt,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Enrolment enrolment,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ApiToken> apiTokens,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Redaction> redaction,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable KeyChoicePolicy keyChoice,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean leasesExpire)
        implements EventData {
    public WorkspaceView {
        // What was written before there were any has none.
        apiTokens = apiTokens == null ? List.of() : List.copyOf(apiTokens);
        redaction = redaction == null ? List.of() : List.copyOf(redaction);
    }

    /** One that is there, whose nodes enrol by themselves. */
    public WorkspaceView(
            UUID workspaceId,
            String slug,
            String name,
            Capture capture,
            boolean failOpen,
            List<Domain> domains,
            long version,
            Instant changedAt) {
        this(
                workspaceId,
                slug,
                name,
                capture,
                failOpen,
                domains,
                version,
                changedAt,
                null,
                Enrolment.AUTO,
                List.of(),
                List.of(),
                null,
                null);
    }

    /** What becomes of nodes that are not known yet. */
    public Enrolment enrolmentPolicy() {
        return enrolment == null ? Enrolment.AUTO : enrolment;
    }

    /** Which of the keys that could serve a new lease it gets. */
    public KeyChoicePolicy keyChoicePolicy() {
        return keyChoice == null ? KeyChoicePolicy.WEIGHTED : keyChoice;
    }

    /** Whether leases by the gateway end by themselves where their nodes don't say for how long they need them. */
    public boolean leasesEnd() {
        return leasesExpire == null || leasesExpire;
    }

    @Override
    public String aggregateKey() {
        return workspaceId.toString();
    }

    /**
     * A host name or application label by which traffic is grouped.
     *
     * @param name unique in the workspace; never changes
     */
    public record Domain(
            UUID domainId,
            String name,
            Capture capture,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> tags) {
        public Domain {
            // What was written before there were tags has none.
            tags = tags == null ? List.of() : List.copyOf(tags);
        }

        /** One without tags. */
        public Domain(UUID domainId, String name, Capture capture) {
            this(domainId, name, capture, List.of());
        }
    }

    /**
     * What must not be told of requests and answers.
     *
     * @param name what stands in its place: {@code [redacted:<name>]}
     * @param pattern a regular expression of RE2's, for texts as they are said, not for JSON
     */
    public record Redaction(String name, String pattern) {}

    /**
     * What a program may call the API with.
     *
     * @param name what people call it
     * @param sha256 of its text, in lower-case hex
     * @param role what it may do
     * @param domain the name of the only domain that it is for; null for the whole workspace
     * @param expiresAt from when on it is refused; null for never
     */
    public record ApiToken(
            UUID tokenId,
            String name,
            String sha256,
            MemberRole role,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String domain,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Instant expiresAt) {}
}
