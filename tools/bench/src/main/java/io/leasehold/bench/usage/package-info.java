/** What usage-collector takes, and how fast it is. */
@NullMarked
package io.leasehold.bench.usage;

import org.jspecify.annotations.NullMarked;
