/** What is told of conversations: what links their requests, and what was said where that is wanted. */
@NullMarked
package io.leasehold.gateway.capture;

import org.jspecify.annotations.NullMarked;
