/** What keys have spent by now, also where nobody can stop them: as last told, and what they will have spent since. */
@NullMarked
package io.leasehold.collector.spending;

import org.jspecify.annotations.NullMarked;
