package io.leasehold.key.account;

import io.leasehold.kit.caller.Allow;
import io.leasehold.kit.caller.CurrentCaller;
import io.leasehold.kit.caller.Role;
import io.leasehold.kit.idempotency.Idempotent;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Accounts at providers. */
@Path("/api/v1/provider-accounts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Provider accounts")
@RunOnVirtualThread
@Allow(Role.VIEWER)
class AccountResource {
    private final AccountService accounts;
    private final AddAccountService adding;
    private final ChangeAccountService changing;
    private final ReplaceCredentialService replacing;
    private final CurrentCaller caller;

    AccountResource(
            AccountService accounts,
            AddAccountService adding,
            ChangeAccountService changing,
            ReplaceCredentialService replacing,
            CurrentCaller caller) {
        this.accounts = accounts;
        this.adding = adding;
        this.changing = changing;
        this.replacing = replacing;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "The workspace's provider accounts, newest first")
    public Page<AccountAnswer> list(@RestQuery @Nullable Integer limit, @RestQuery @Nullable String cursor) {
        return accounts.list(caller.get(), PageRequest.of(limit, cursor)).map(AccountAnswer::of);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One provider account")
    public AccountAnswer get(
            @Parameter(description = "Of the account", example = "0199f2a4-7c1e-7b0a-9d52-5a3b0c0e7a11") @RestPath
                    UUID id) {
        return AccountAnswer.of(accounts.get(caller.get(), id));
    }

    @POST
    @Allow(Role.ADMIN)
    @Idempotent
    @Operation(
            summary = "Add a provider account",
            description = "The admin credential is tried at the provider first and goes straight to the secret store.")
    @APIResponseSchema(value = AccountAnswer.class, responseCode = "201", responseDescription = "Added")
    public RestResponse<AccountAnswer> add(@NotNull @Valid AddAccountRequest request) {
        AccountAnswer added = adding.add(caller.get(), request);
        return RestResponse.ResponseBuilder.<AccountAnswer>created(added.location())
                .entity(added)
                .build();
    }

    @PATCH
    @Path("/{id}")
    @Allow(Role.ADMIN)
    @Operation(summary = "Rename an account, or change its endpoint")
    public AccountAnswer update(
            @Parameter(description = "Of the account", example = "0199f2a4-7c1e-7b0a-9d52-5a3b0c0e7a11") @RestPath
                    UUID id,
            @NotNull @Valid UpdateAccountRequest request) {
        return AccountAnswer.of(changing.update(caller.get(), id, request));
    }

    @PUT
    @Path("/{id}/credential")
    @Allow(Role.ADMIN)
    @Operation(
            summary = "Replace the admin credential of an account, or give it its first",
            description =
                    "It is tried at the provider first. The old one is destroyed here after 5 minutes, so that calls under"
                            + " way end well; at the provider it stays as it is.")
    public AccountAnswer replaceCredential(
            @Parameter(description = "Of the account", example = "0199f2a4-7c1e-7b0a-9d52-5a3b0c0e7a11") @RestPath
                    UUID id,
            @NotNull @Valid ReplaceCredentialRequest request) {
        return AccountAnswer.of(replacing.replace(caller.get(), id, request));
    }

    @POST
    @Path("/{id}/disable")
    @Allow(Role.ADMIN)
    @Operation(
            summary = "Take an account out of use for a while",
            description = "Its keys are not leased and it is not polled.")
    public AccountAnswer disable(
            @Parameter(description = "Of the account", example = "0199f2a4-7c1e-7b0a-9d52-5a3b0c0e7a11") @RestPath
                    UUID id) {
        return AccountAnswer.of(changing.setInUse(caller.get(), id, false));
    }

    @POST
    @Path("/{id}/enable")
    @Allow(Role.ADMIN)
    @Operation(summary = "Take an account into use again")
    public AccountAnswer enable(
            @Parameter(description = "Of the account", example = "0199f2a4-7c1e-7b0a-9d52-5a3b0c0e7a11") @RestPath
                    UUID id) {
        return AccountAnswer.of(changing.setInUse(caller.get(), id, true));
    }

    @DELETE
    @Path("/{id}")
    @Allow(Role.ADMIN)
    @Operation(
            summary = "Delete an account",
            description =
                    "Refused while it has keys that are neither revoked nor retired. Those that are stay listed with"
                            + " their history; the admin credential is destroyed. Nothing is changed at the provider.")
    public void delete(
            @Parameter(description = "Of the account", example = "0199f2a4-7c1e-7b0a-9d52-5a3b0c0e7a11") @RestPath
                    UUID id) {
        changing.delete(caller.get(), id);
    }
}
