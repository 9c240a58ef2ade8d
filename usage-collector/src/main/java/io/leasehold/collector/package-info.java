/** Asks providers what was used and charged, and tells it. */
@NullMarked
package io.leasehold.collector;

import org.jspecify.annotations.NullMarked;
