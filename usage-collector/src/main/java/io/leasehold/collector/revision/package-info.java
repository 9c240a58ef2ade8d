/** What was said of an interval before its provider corrected it. */
@NullMarked
package io.leasehold.collector.revision;

import org.jspecify.annotations.NullMarked;
