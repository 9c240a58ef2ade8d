/** Leases by token: from their topic, or asked for once where the topic has not told yet. */
@NullMarked
package io.leasehold.gateway.lease;

import org.jspecify.annotations.NullMarked;
