/** {@code leasehold limits …}. */
@NullMarked
package io.leasehold.cli.limits;

import org.jspecify.annotations.NullMarked;
