/** Which time a caller asks about, and how it is cut into points. */
@NullMarked
package io.leasehold.analytics.range;

import org.jspecify.annotations.NullMarked;
