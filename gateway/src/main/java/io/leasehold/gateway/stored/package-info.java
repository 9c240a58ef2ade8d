/** What providers keep of answers, and whose it is. */
@NullMarked
package io.leasehold.gateway.stored;

import org.jspecify.annotations.NullMarked;
