package io.leasehold.analytics.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What an account was billed in another currency, and what that is in USD, each day at its own rate. */
record ConvertedBill(
        UUID accountId,
        String currency,
        BigDecimal amount,
        BigDecimal usd,
        BigDecimal lowestRate,
        BigDecimal highestRate,
        LocalDate firstRateDate,
        LocalDate lastRateDate,
        List<String> rateSources) {}
