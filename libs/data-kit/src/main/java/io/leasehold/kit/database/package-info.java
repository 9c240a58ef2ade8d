/** Transactions that are bound to one workspace, or named as the system's own. */
@NullMarked
package io.leasehold.kit.database;

import org.jspecify.annotations.NullMarked;
