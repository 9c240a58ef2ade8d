/** {@code leasehold leases …}. */
@NullMarked
package io.leasehold.cli.leases;

import org.jspecify.annotations.NullMarked;
