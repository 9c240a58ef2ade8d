/** The live feed: requests and figures as they come, resumable after a cut. */
@NullMarked
package io.leasehold.analytics.live;

import org.jspecify.annotations.NullMarked;
