/**
 * What gateway replicas and the spend arbiter say to each other. Amounts of a hold are cumulative since the hold began, so
 * that a message that is lost, repeated or late never counts twice.
 */
@NullMarked
package io.leasehold.contracts.hold;

import org.jspecify.annotations.NullMarked;
