/** What makes a start quick. */
@NullMarked
package io.leasehold.gateway.start;

import org.jspecify.annotations.NullMarked;
