/** PostgreSQL from published binaries, with data that are as durable as in production. */
@NullMarked
package io.leasehold.localstack.postgres;

import org.jspecify.annotations.NullMarked;
