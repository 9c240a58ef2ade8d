package io.leasehold.providers.usage;

import java.util.List;

/**
 * What a provider's usage reports tell.
 *
 * @param widths the buckets that there are, the finest first
 * @param perKey whether samples name keys
 * @param perGroup whether samples name workspaces or projects
 * @param requests whether requests are counted
 * @param tokens whether tokens are; where they are not, requests are all that is told
 * @param today whether the day that is not over yet is told
 * @param daysBack how many days before today can be read
 */
public record UsageScope(
        List<BucketWidth> widths,
        boolean perKey,
        boolean perGroup,
        boolean requests,
        boolean tokens,
        boolean today,
        int daysBack) {

    public UsageScope {
        widths = List.copyOf(widths);
    }

    /** Of a provider that tells tokens. */
    public UsageScope(
            List<BucketWidth> widths, boolean perKey, boolean perGroup, boolean requests, boolean today, int daysBack) {
        this(widths, perKey, perGroup, requests, true, today, daysBack);
    }

    /** The finest buckets that there are and that are no finer than these. */
    public BucketWidth notFinerThan(BucketWidth wanted) {
        return widths.stream()
                .filter(width -> width.compareTo(wanted) >= 0)
                .findFirst()
                .orElseGet(widths::getLast);
    }
}
