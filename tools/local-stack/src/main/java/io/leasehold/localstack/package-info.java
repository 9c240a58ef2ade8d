/**
 * Starts Leasehold and the real servers it needs on one machine. The public classes here are also what tests build on:
 * {@link io.leasehold.localstack.StackAddresses} says where running servers are, and
 * {@link io.leasehold.localstack.ServiceDatabase} makes a service's database on them.
 */
@NullMarked
package io.leasehold.localstack;

import org.jspecify.annotations.NullMarked;
