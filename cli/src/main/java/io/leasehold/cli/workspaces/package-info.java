/** {@code leasehold workspaces …}. */
@NullMarked
package io.leasehold.cli.workspaces;

import org.jspecify.annotations.NullMarked;
