/** Secrets: where they lie, who reads them, and that none is left behind. */
@NullMarked
package io.leasehold.key.secret;

import org.jspecify.annotations.NullMarked;
