/** A provider's inference API as a gateway sees it on its hot path. */
@NullMarked
package io.leasehold.providers.dialect;

import org.jspecify.annotations.NullMarked;
