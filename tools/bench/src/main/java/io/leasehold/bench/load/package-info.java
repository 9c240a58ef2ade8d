/** Sending the same request many times, in two ways, and counting what comes back. */
@NullMarked
package io.leasehold.bench.load;

import org.jspecify.annotations.NullMarked;
