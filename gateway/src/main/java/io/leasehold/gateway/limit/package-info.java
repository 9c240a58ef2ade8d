/** Which scopes have limits. */
@NullMarked
package io.leasehold.gateway.limit;

import org.jspecify.annotations.NullMarked;
