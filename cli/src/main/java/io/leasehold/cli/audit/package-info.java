/** {@code leasehold audit …}. */
@NullMarked
package io.leasehold.cli.audit;

import org.jspecify.annotations.NullMarked;
