/** When each account's provider is asked, by whom, and how that went. */
@NullMarked
package io.leasehold.collector.poll;

import org.jspecify.annotations.NullMarked;
