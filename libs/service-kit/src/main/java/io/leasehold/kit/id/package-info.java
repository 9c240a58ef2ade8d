/** Identifiers that sort by the time they were made. */
@NullMarked
package io.leasehold.kit.id;

import org.jspecify.annotations.NullMarked;
