/** {@code leasehold domains …}. */
@NullMarked
package io.leasehold.cli.domains;

import org.jspecify.annotations.NullMarked;
