/**
 * One record per topic's payload. JSON names are snake_case, amounts are decimal strings in USD with at most nine
 * places, instants are ISO-8601 in UTC. Changes are additive only; a consumer ignores fields it does not know.
 */
@NullMarked
package io.leasehold.contracts.event;

import org.jspecify.annotations.NullMarked;
