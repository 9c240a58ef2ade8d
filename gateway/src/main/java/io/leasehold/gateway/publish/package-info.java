/** What is told by topics. */
@NullMarked
package io.leasehold.gateway.publish;

import org.jspecify.annotations.NullMarked;
