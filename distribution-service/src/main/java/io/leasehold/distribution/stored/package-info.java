/** Answers that providers keep, and whose they are. */
@NullMarked
package io.leasehold.distribution.stored;

import org.jspecify.annotations.NullMarked;
