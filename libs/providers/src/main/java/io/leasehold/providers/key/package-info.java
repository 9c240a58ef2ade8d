/** Keys as providers see them: check, list, identify, disable, revoke. */
@NullMarked
package io.leasehold.providers.key;

import org.jspecify.annotations.NullMarked;
