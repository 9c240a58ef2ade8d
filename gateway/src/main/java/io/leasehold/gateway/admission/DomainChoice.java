package io.leasehold.gateway.admission;

import io.leasehold.contracts.event.LeaseView;
import io.leasehold.gateway.limit.Domains;
import io.leasehold.providers.dialect.Refusal;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which domain a request belongs to: the one that its lease is bound to, else the one that its client names, else the one
 * that is called like the host it came to. It is what the request is counted under, and whose capture applies; limits are
 * those of the lease's own domain, whatever a client says.
 */
@Singleton
class DomainChoice {
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Domains domains;

    DomainChoice(Domains domains) {
        this.domains = domains;
    }

    /**
     * @return the domain's name; null for none
     * @throws Refused where the client names one that the workspace does not have. To pass it over could keep what
     *     the domain says is not to be kept.
     */
    @Nullable
    String of(Call call, LeaseView lease) {
        if (lease.domain() != null) {
            return lease.domain();
        }
        UUID workspaceId = lease.workspaceId();
        if (call.saidDomain() != null) {
            return named(workspaceId, call.saidDomain().strip().toLowerCase(Locale.ROOT));
        }
        String host = call.host() == null ? null : call.host().toLowerCase(Locale.ROOT);
        return host != null && domains.findId(workspaceId, host) != null ? host : null;
    }

    private String named(UUID workspaceId, String name) {
        if (domains.findId(workspaceId, name) != null) {
            return name;
        }
        if (domains.mayBeMore(workspaceId)) {
            throw new Refused(Refusal.UNAVAILABLE, "This domain can't be looked up just now. Try again.", SOON);
        }
        throw new Refused(
                Refusal.BAD_REQUEST,
                "x-leasehold-domain names no domain of this lease's workspace. Correct it, leave it out, or have the domain added.");
    }
}
