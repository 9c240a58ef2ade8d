/** What of a workspace's traffic a caller sees. */
@NullMarked
package io.leasehold.analytics.visible;

import org.jspecify.annotations.NullMarked;
