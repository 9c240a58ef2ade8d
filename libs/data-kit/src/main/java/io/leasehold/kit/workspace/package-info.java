/** The workspaces that exist, as key-service told them. */
@NullMarked
package io.leasehold.kit.workspace;

import org.jspecify.annotations.NullMarked;
