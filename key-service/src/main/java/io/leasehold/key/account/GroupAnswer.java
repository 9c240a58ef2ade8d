package io.leasehold.key.account;

import io.leasehold.providers.key.KeyGroup;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A workspace or project at a provider. */
@Schema(name = "ProviderGroup")
record GroupAnswer(
        @Schema(description = "The provider's own id", examples = "wrkspc_01JwQvzr7rXLA5AGx3HKfFUJ")
        String id,

        @Schema(description = "Its name at the provider", examples = "Production")
        String name,

        @Schema(description = "Whether keys of it work and can be made in it", examples = "true")
        boolean active) {
    static GroupAnswer of(KeyGroup group) {
        return new GroupAnswer(group.id(), group.name(), group.active());
    }
}
