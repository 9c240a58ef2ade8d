/** GitHub Copilot: users' sign-in and quotas, seats and bills of organisations. Nothing is relayed to it. */
@NullMarked
package io.leasehold.providers.copilot;

import org.jspecify.annotations.NullMarked;
