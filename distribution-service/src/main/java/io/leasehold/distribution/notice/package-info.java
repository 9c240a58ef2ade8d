/** What nodes are to be told, kept for a day. */
@NullMarked
package io.leasehold.distribution.notice;

import org.jspecify.annotations.NullMarked;
