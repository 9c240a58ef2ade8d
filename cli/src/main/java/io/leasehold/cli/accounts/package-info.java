/** {@code leasehold accounts …}. */
@NullMarked
package io.leasehold.cli.accounts;

import org.jspecify.annotations.NullMarked;
