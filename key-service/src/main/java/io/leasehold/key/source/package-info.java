/** Places outside of the secret store that keys take their secrets from, as the operator names them. */
@NullMarked
package io.leasehold.key.source;

import org.jspecify.annotations.NullMarked;
