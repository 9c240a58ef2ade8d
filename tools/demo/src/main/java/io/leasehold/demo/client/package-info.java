/** A running Leasehold as a REST client sees it. */
@NullMarked
package io.leasehold.demo.client;

import org.jspecify.annotations.NullMarked;
