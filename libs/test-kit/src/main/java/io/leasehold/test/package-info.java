/** What service tests share: the running servers, a fresh database per run, a fresh workspace per test, real tokens. */
@NullMarked
package io.leasehold.test;

import org.jspecify.annotations.NullMarked;
