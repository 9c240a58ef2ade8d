/** What the gateway counts and times. */
@NullMarked
package io.leasehold.gateway.metric;

import org.jspecify.annotations.NullMarked;
