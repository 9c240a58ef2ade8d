/** {@code leasehold exec}: programs that run with a lease of their own. */
@NullMarked
package io.leasehold.cli.exec;

import org.jspecify.annotations.NullMarked;
