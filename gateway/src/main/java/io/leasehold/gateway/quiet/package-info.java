/** Connections on which nothing happens. */
@NullMarked
package io.leasehold.gateway.quiet;

import org.jspecify.annotations.NullMarked;
