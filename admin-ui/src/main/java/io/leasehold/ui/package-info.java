/** The admin UI's backend: signs users in, serves the pages and forwards their calls to the services. */
@NullMarked
package io.leasehold.ui;

import org.jspecify.annotations.NullMarked;
