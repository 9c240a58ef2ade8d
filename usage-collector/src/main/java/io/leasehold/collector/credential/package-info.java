/** The admin credentials that providers are asked with. */
@NullMarked
package io.leasehold.collector.credential;

import org.jspecify.annotations.NullMarked;
