/** Keys as providers see them: make, check, list, identify, limit, disable, revoke. */
@NullMarked
package io.leasehold.providers.key;

import org.jspecify.annotations.NullMarked;
