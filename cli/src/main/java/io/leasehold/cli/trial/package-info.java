/** {@code leasehold try}: one request through a lease, and what came of it. */
@NullMarked
package io.leasehold.cli.trial;

import org.jspecify.annotations.NullMarked;
