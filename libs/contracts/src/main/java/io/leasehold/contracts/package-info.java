/** What the modules share: event records, topic names, closed sets and problem types. No framework. */
@NullMarked
package io.leasehold.contracts;

import org.jspecify.annotations.NullMarked;
