/** What a service's database needs before the service starts. */
@NullMarked
package io.leasehold.kit.database;

import org.jspecify.annotations.NullMarked;
