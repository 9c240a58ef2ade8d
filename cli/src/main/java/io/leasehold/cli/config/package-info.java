/** Profiles and where they are kept. */
@NullMarked
package io.leasehold.cli.config;

import org.jspecify.annotations.NullMarked;
