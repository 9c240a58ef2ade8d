/** How our keys stand at their providers: a key may be switched off or ended there without anybody here knowing. */
@NullMarked
package io.leasehold.collector.standing;

import org.jspecify.annotations.NullMarked;
