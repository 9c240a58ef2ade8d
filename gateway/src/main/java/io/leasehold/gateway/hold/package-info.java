/** This replica's slices of spend windows: reserving, refilling, renewing, giving back. */
@NullMarked
package io.leasehold.gateway.hold;

import org.jspecify.annotations.NullMarked;
