package io.leasehold.key.account;

import io.leasehold.providers.Capability;
import io.leasehold.providers.CapabilitySupport;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether an account can be asked for something. */
@Schema(name = "ProviderCapability")
record CapabilityAnswer(
        @Schema(description = "What it could be asked for", examples = "create_key")
        Capability capability,

        @Schema(description = "Whether the provider has an API for it", examples = "false")
        boolean supported,

        @Schema(
                description = "Whether this account can be asked now; it takes the admin credential",
                examples = "false")
        boolean available,

        @Schema(
                description = "What to do by hand where it can't be asked; null where it can",
                examples = "Anthropic makes no keys by API. Make the key in its console and add it here.")
        @Nullable
        String manualStep) {
    static CapabilityAnswer of(CapabilitySupport support, Account account) {
        boolean hasCredential = account.credentialVersion() != null;
        String step = support.manualStep();
        if (step == null && !hasCredential) {
            step = "The account '" + account.name() + "' has no admin credential.";
        }
        return new CapabilityAnswer(
                support.capability(), support.supported(), support.supported() && hasCredential, step);
    }
}
