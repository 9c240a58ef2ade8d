package io.leasehold.key.account;

import io.leasehold.contracts.ProblemType;
import io.leasehold.key.provider.ProviderDirectory;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.problem.ConflictProblem;
import io.leasehold.providers.Access;
import io.leasehold.providers.Capability;
import io.leasehold.providers.key.KeyAdmin;
import io.leasehold.providers.key.KeyGroup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;

/** What there is at the provider, and what the provider can be asked for. */
@ApplicationScoped
class AtProviderService {
    private static final String PURPOSE = "look at the provider";

    private final Database database;
    private final ProviderDirectory providers;
    private final Administration administration;
    private final Audit audit;

    AtProviderService(Database database, ProviderDirectory providers, Administration administration, Audit audit) {
        this.database = database;
        this.providers = providers;
        this.administration = administration;
        this.audit = audit;
    }

    /** Of every capability there is. Without an admin credential none of what needs one. */
    List<CapabilityAnswer> capabilities(Caller caller, UUID accountId) {
        Account account = get(caller, accountId);
        return providers.get(account.provider()).info().capabilityMatrix().stream()
                .map(support -> CapabilityAnswer.of(support, account))
                .toList();
    }

    List<KeyGroup> listGroups(Caller caller, UUID accountId) {
        return ask(caller, get(caller, accountId), Capability.LIST_GROUPS, KeyAdmin::listGroups);
    }

    /** It is made once: a name that is there already is refused, as it may come of a call whose answer was lost. */
    KeyGroup createGroup(Caller caller, UUID accountId, String name) {
        Account account = get(caller, accountId);
        KeyGroup made = ask(caller, account, Capability.CREATE_GROUP, (keys, admin) -> {
            if (keys.listGroups(admin).stream().anyMatch(group -> group.name().equals(name))) {
                throw new ConflictProblem(
                        ProblemType.NAME_TAKEN,
                        "There is '" + name + "' at the provider already. Choose another name.");
            }
            return keys.createGroup(admin, name);
        });
        database.useWorkspace(
                caller.workspaceId(),
                handle -> audit.record(
                        handle,
                        caller,
                        caller.workspaceId(),
                        "account.group.create",
                        "account",
                        accountId,
                        Map.of("name", name, "group_id", made.id())));
        return made;
    }

    /** With the name that a key has in the pool, where it is there. A key is imported by adding it with its id. */
    List<ProviderKeyAnswer> listKeys(Caller caller, UUID accountId) {
        Account account = get(caller, accountId);
        var listed = ask(caller, account, Capability.LIST_KEYS, KeyAdmin::listKeys);
        Map<String, BoundKey> bound = database.inWorkspace(
                caller.workspaceId(), handle -> BoundKeyStore.ofAccount(handle, caller.workspaceId(), accountId));
        return listed.stream()
                .map(key -> ProviderKeyAnswer.of(key, bound.get(key.id())))
                .toList();
    }

    private Account get(Caller caller, UUID accountId) {
        return database.inWorkspace(
                caller.workspaceId(), handle -> AccountStore.get(handle, caller.workspaceId(), accountId));
    }

    private <T> T ask(Caller caller, Account account, Capability capability, BiFunction<KeyAdmin, Access, T> question) {
        return administration.ask(caller, account, capability, PURPOSE, question);
    }
}
