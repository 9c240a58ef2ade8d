/** Work that is done step by step, each kept before the next begins, so that it outlives the process. */
@NullMarked
package io.leasehold.key.step;

import org.jspecify.annotations.NullMarked;
