/** {@code leasehold members …}. */
@NullMarked
package io.leasehold.cli.members;

import org.jspecify.annotations.NullMarked;
