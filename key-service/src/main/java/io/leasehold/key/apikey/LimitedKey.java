package io.leasehold.key.apikey;

import io.leasehold.contracts.event.LimitsView;
import java.util.List;

/** A key with the limits that are set on it. */
record LimitedKey(ApiKey key, List<LimitsView.Limit> limits) {}
