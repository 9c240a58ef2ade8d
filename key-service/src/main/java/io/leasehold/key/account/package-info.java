/** Provider accounts with their admin credentials. */
@NullMarked
package io.leasehold.key.account;

import org.jspecify.annotations.NullMarked;
