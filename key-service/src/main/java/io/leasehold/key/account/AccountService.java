package io.leasehold.key.account;

import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Reads provider accounts. */
@ApplicationScoped
class AccountService {
    private final Database database;

    AccountService(Database database) {
        this.database = database;
    }

    Page<Account> list(Caller caller, PageRequest request) {
        return Page.of(
                database.inWorkspace(
                        caller.workspaceId(), handle -> AccountStore.list(handle, caller.workspaceId(), request)),
                request,
                account -> account.accountId().toString());
    }

    Account get(Caller caller, UUID accountId) {
        return database.inWorkspace(
                caller.workspaceId(), handle -> AccountStore.get(handle, caller.workspaceId(), accountId));
    }
}
