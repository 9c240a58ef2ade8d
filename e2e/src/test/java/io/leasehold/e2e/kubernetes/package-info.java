/** The chart on a real cluster: what {@code ./leasehold test --kubernetes} runs. */
@org.jspecify.annotations.NullMarked
package io.leasehold.e2e.kubernetes;
