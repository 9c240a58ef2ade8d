/** What became of a node and of what it leased, in one list. */
@NullMarked
package io.leasehold.distribution.timeline;

import org.jspecify.annotations.NullMarked;
