/** What distribution-service answers to gateways about answers that providers keep. */
@NullMarked
package io.leasehold.contracts.stored;

import org.jspecify.annotations.NullMarked;
