/** What the measured processes use. */
@NullMarked
package io.leasehold.bench.process;

import org.jspecify.annotations.NullMarked;
