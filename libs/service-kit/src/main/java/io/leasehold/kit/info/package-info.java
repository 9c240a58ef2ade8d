/** What a service says about itself without credentials. */
@NullMarked
package io.leasehold.kit.info;

import org.jspecify.annotations.NullMarked;
