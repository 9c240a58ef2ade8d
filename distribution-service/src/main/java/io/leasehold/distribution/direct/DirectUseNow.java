package io.leasehold.distribution.direct;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a key's use by its provider.
 *
 * @param use null where its secret was never to be given to nodes, or nothing was reported of it yet
 * @param windows null along with it
 */
record DirectUseNow(@Nullable DirectUse use, @Nullable KeyWindows windows, boolean estimated, Instant now) {}
