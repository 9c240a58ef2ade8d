/** Workspaces, and who is in them. */
@NullMarked
package io.leasehold.key.workspace;

import org.jspecify.annotations.NullMarked;
