/** Commands about users who sign in to GitHub for a Copilot account. */
@NullMarked
package io.leasehold.cli.github;

import org.jspecify.annotations.NullMarked;
