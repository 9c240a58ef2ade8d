package io.leasehold.key.account;

import io.leasehold.contracts.ProblemType;
import io.leasehold.contracts.event.AccountView;
import io.leasehold.kit.problem.ConflictProblem;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One organisation or account at a provider.
 *
 * @param endpoint null for the provider's own address
 * @param state {@code active}, {@code disabled} or {@code deleted}
 * @param credentialVersion of the admin credential in the secret store; null where there is none
 */
public record Account(
        UUID workspaceId,
        UUID accountId,
        String provider,
        String name,
        @Nullable URI endpoint,
        String state,
        List<String> capabilities,
        @Nullable Integer credentialVersion,
        @Nullable String credentialMasked,
        long version,
        Instant createdAt,
        Instant changedAt) {
    public static final String ACTIVE = "active";
    static final String DISABLED = "disabled";
    public static final String DELETED = "deleted";

    /** @param capabilities what the account can be asked for with that credential */
    Account withCredential(int credentialVersion, String masked, List<String> capabilities) {
        return new Account(
                workspaceId,
                accountId,
                provider,
                name,
                endpoint,
                state,
                capabilities,
                credentialVersion,
                masked,
                version,
                createdAt,
                changedAt);
    }

    Account inState(String otherState) {
        return new Account(
                workspaceId,
                accountId,
                provider,
                name,
                endpoint,
                otherState,
                capabilities,
                credentialVersion,
                credentialMasked,
                version,
                createdAt,
                changedAt);
    }

    Account named(String otherName, @Nullable URI otherEndpoint) {
        return new Account(
                workspaceId,
                accountId,
                provider,
                otherName,
                otherEndpoint,
                state,
                capabilities,
                credentialVersion,
                credentialMasked,
                version,
                createdAt,
                changedAt);
    }

    /** @throws ConflictProblem where it is not in use */
    public static Account requireInUse(Account account) {
        if (!account.state().equals(ACTIVE)) {
            throw new ConflictProblem(
                    ProblemType.WRONG_STATE, "The account '" + account.name() + "' is " + account.state() + ".");
        }
        return account;
    }

    Account withoutCredential() {
        return new Account(
                workspaceId,
                accountId,
                provider,
                name,
                endpoint,
                state,
                List.of(),
                null,
                null,
                version,
                createdAt,
                changedAt);
    }

    AccountView view() {
        return new AccountView(
                accountId,
                workspaceId,
                provider,
                name,
                endpoint,
                state,
                capabilities,
                credentialVersion,
                version,
                changedAt);
    }
}
