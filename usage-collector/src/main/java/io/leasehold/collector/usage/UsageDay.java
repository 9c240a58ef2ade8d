package io.leasehold.collector.usage;

import io.leasehold.collector.account.Account;
import io.leasehold.providers.usage.BucketWidth;
import java.time.Instant;

/** A day of an account as it is read now. */
public record UsageDay(
        Account account, Instant from, Instant to, BucketWidth width, boolean complete, Instant asOf, Instant readAt) {}
