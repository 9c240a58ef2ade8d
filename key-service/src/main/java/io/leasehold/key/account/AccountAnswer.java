package io.leasehold.key.account;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A provider account as its workspace sees it. */
@Schema(name = "ProviderAccount")
record AccountAnswer(
        @Schema(description = "Never changes", examples = "0199f2a4-7c1e-7b0a-9d52-5a3b0c0e7a11")
        UUID id,

        @Schema(description = "The id of the provider", examples = "anthropic")
        String provider,

        @Schema(description = "What people call it; unique in the workspace", examples = "Acme production")
        String name,

        @Schema(description = "Null for the provider's own address", examples = "https://llm.example.com") @Nullable
        URI endpoint,

        @Schema(
                description = "Only keys of an active account are used",
                enumeration = {"active", "disabled", "deleted"},
                examples = "active")
        String state,

        @Schema(
                description = "What the account can be asked for",
                examples = "[\"list_keys\", \"revoke_key\", \"cost\"]")
        List<String> capabilities,

        @Schema(
                description = "Without an admin credential its keys can be used, but not bound, revoked or billed",
                examples = "true")
        boolean hasCredential,

        @Schema(description = "How the admin credential begins and ends, to recognise it by", examples = "sk-ant-…9fQ2")
        @Nullable
        String credentialMasked,

        @Schema(description = "When it was added", examples = "2026-11-21T10:00:00Z")
        Instant createdAt,

        @Schema(description = "When it last changed", examples = "2026-11-21T10:00:00Z")
        Instant changedAt,

        @Schema(description = "Rises with every change", examples = "1")
        long version) {

    URI location() {
        return URI.create("/api/v1/provider-accounts/" + id);
    }

    static AccountAnswer of(Account account) {
        return new AccountAnswer(
                account.accountId(),
                account.provider(),
                account.name(),
                account.endpoint(),
                account.state(),
                account.capabilities(),
                account.credentialVersion() != null,
                account.credentialMasked(),
                account.createdAt(),
                account.changedAt(),
                account.version());
    }
}
