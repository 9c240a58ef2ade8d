/** {@code leasehold keys …}. */
@NullMarked
package io.leasehold.cli.keys;

import org.jspecify.annotations.NullMarked;
