/** Tells nodes at once what they should know. */
@NullMarked
package io.leasehold.distribution.watch;

import org.jspecify.annotations.NullMarked;
