package io.leasehold.analytics.visible;

import io.leasehold.analytics.bulk.TextArray;
import io.leasehold.kit.caller.Caller;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * What of a workspace's traffic a call may be about: all of it, or where the caller's role is for some domains only, what
 * went to those. Traffic without a domain is nobody's but the workspace's.
 *
 * @param domainsOrNull null for all
 */
public record VisibleTraffic(UUID workspaceId, @Nullable Set<String> domainsOrNull) {
    public static VisibleTraffic of(Caller caller) {
        return new VisibleTraffic(caller.workspaceId(), caller.seesAll() ? null : caller.domains());
    }

    public static VisibleTraffic all(UUID workspaceId) {
        return new VisibleTraffic(workspaceId, null);
    }

    public boolean isAll() {
        return domainsOrNull == null;
    }

    /** Whether what went to that domain, null for none, may be told. */
    public boolean has(@Nullable String domain) {
        return domainsOrNull == null || (domain != null && domainsOrNull.contains(domain));
    }

    /** One of two tables: that with everything, or that which has a domain in its rows. */
    public String table(String whole, String byDomain) {
        return domainsOrNull == null ? whole : byDomain;
    }

    /** SQL that follows another condition; nothing where all is visible. */
    public String andVisible(String domainColumn) {
        return domainsOrNull == null ? "" : " and " + domainColumn + " = any(cast(:domains as text[]))";
    }

    /** Binds the workspace, and what {@link #andVisible} speaks of. */
    public Query bindTo(Query query) {
        query.bind("workspaceId", workspaceId);
        return domainsOrNull == null ? query : query.bind("domains", TextArray.of(domainsOrNull, domain -> domain));
    }
}
