/** Keys' secrets in memory, exactly the version that the key's view names. */
@NullMarked
package io.leasehold.gateway.secret;

import org.jspecify.annotations.NullMarked;
