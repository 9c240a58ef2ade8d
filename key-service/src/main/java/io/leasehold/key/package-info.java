/** Workspaces, provider accounts, API keys, their secrets, limits and revocation. */
@NullMarked
package io.leasehold.key;

import org.jspecify.annotations.NullMarked;
