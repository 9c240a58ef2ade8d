/** What keys were used for, as gateways and distribution-service tell. */
@NullMarked
package io.leasehold.key.usage;

import org.jspecify.annotations.NullMarked;
