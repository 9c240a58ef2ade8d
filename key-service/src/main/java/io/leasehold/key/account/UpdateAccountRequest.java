package io.leasehold.key.account;

import io.leasehold.key.EntityName;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to be different about an account; what is left out stays as it is. */
@Schema(name = "UpdateProviderAccountRequest")
record UpdateAccountRequest(
        @Pattern(regexp = EntityName.PATTERN, message = EntityName.MESSAGE)
        @Schema(
                description = "Unique in the workspace, also among accounts that are deleted",
                examples = "Acme production")
        @Nullable
        String name,

        @Schema(
                description =
                        "A public https address. Only of an account without secrets, as those given for one address are not sent to another",
                examples = "https://llm.example.com")
        @Nullable
        URI endpoint,

        @Schema(
                description = "The version that was read; where the account has changed since, nothing is changed",
                examples = "3")
        @Nullable
        Long version) {}
