/** What makes services start soon. */
@NullMarked
package io.leasehold.kit.start;

import org.jspecify.annotations.NullMarked;
