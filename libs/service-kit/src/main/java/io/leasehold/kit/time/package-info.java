/** The clock that everything asks, so that tests can say what time it is. */
@NullMarked
package io.leasehold.kit.time;

import org.jspecify.annotations.NullMarked;
