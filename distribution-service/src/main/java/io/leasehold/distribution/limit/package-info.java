/** How much may be spent, on what, in which time. */
@NullMarked
package io.leasehold.distribution.limit;

import org.jspecify.annotations.NullMarked;
