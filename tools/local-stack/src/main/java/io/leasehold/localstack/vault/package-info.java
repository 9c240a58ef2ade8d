/** Vault: where one can be had, how it is unsealed, and what our services may read and write in it. */
@NullMarked
package io.leasehold.localstack.vault;

import org.jspecify.annotations.NullMarked;
