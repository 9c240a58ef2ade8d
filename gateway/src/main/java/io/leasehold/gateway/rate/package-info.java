/** This replica's shares of rate limits: taking permits, giving them back, what to ask the arbiter for. */
@NullMarked
package io.leasehold.gateway.rate;

import org.jspecify.annotations.NullMarked;
