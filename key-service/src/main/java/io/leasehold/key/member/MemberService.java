package io.leasehold.key.member;

import io.leasehold.contracts.MemberRole;
import io.leasehold.contracts.ProblemType;
import io.leasehold.key.workspace.VisibleDomains;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.caller.Role;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.idempotency.Idempotency;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import io.leasehold.kit.problem.ConflictProblem;
import io.leasehold.kit.problem.InvalidRequestProblem;
import io.leasehold.kit.problem.NotFoundProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who is in the caller's workspace, or in one of its domains. The identity provider knows; nothing of it is kept here. */
@ApplicationScoped
class MemberService {
    private final Database database;
    private final MemberChangeLock lock;
    private final Memberships memberships;
    private final Users users;
    private final Audit audit;
    private final Idempotency idempotency;

    MemberService(
            Database database,
            MemberChangeLock lock,
            Memberships memberships,
            Users users,
            Audit audit,
            Idempotency idempotency) {
        this.database = database;
        this.lock = lock;
        this.memberships = memberships;
        this.users = users;
        this.audit = audit;
        this.idempotency = idempotency;
    }

    Page<MemberAnswer> list(Caller caller, MemberFilter filter, PageRequest request) {
        Scope scope = scope(caller, filter.domain());
        String after = request.position();
        List<Member> wanted = memberships.list(scope.circle()).stream()
                .filter(filter::accepts)
                .filter(member -> after == null || member.username().compareTo(after) > 0)
                .limit(request.oneMore())
                .toList();
        return Page.of(wanted, request, Member::username).map(scope::answer);
    }

    MemberAnswer get(Caller caller, String idOrUsername, @Nullable String domain) {
        Scope scope = scope(caller, domain);
        return scope.answer(require(scope, idOrUsername));
    }

    /**
     * Gives somebody a role; one who has that role already keeps it.
     *
     * @throws ConflictProblem where they have another one
     */
    MemberAnswer add(Caller caller, AddMemberRequest request) {
        Scope scope = scope(caller, request.domain());
        Map<String, String> details = details(scope, request.user(), request.role());
        recordIntent(caller, "member.add", request.user(), details);
        return lock.holding(caller.workspaceId(), handle -> {
            Users.User user = findOrCreate(request.user());
            memberships
                    .find(scope.circle(), user.id())
                    .filter(member -> member.role() != request.role())
                    .ifPresent(MemberService::refuseSecondRole);
            memberships.set(scope.circle(), user.id(), request.role());
            MemberAnswer added = MemberAnswer.of(
                    require(scope, user.id()), scope.domain(), user.mustChoosePassword() ? users.invite(user) : null);
            audit.record(handle, caller, caller.workspaceId(), "member.add", "member", user.id(), details);
            idempotency.keep(handle, Response.Status.CREATED, added.location(), added);
            return added;
        });
    }

    /** @throws ConflictProblem where the workspace would be without an admin */
    MemberAnswer change(Caller caller, String idOrUsername, @Nullable String domain, MemberRole role) {
        Scope scope = scope(caller, domain);
        require(scope, idOrUsername);
        Map<String, String> details = details(scope, idOrUsername, role);
        recordIntent(caller, "member.change", idOrUsername, details);
        return lock.holding(caller.workspaceId(), handle -> {
            Member member = require(scope, idOrUsername);
            if (role != MemberRole.ADMIN) {
                requireAnotherAdmin(caller, scope, member);
            }
            memberships.set(scope.circle(), member.id(), role);
            audit.record(handle, caller, caller.workspaceId(), "member.change", "member", member.id(), details);
            return scope.answer(require(scope, member.id()));
        });
    }

    /**
     * Takes the role in a domain, or all roles in the workspace and in its domains.
     *
     * @throws ConflictProblem where the workspace would be without an admin
     */
    void remove(Caller caller, String idOrUsername, @Nullable String domain) {
        Scope scope = scope(caller, domain);
        require(scope, idOrUsername);
        Map<String, String> details = details(scope, idOrUsername, null);
        recordIntent(caller, "member.remove", idOrUsername, details);
        lock.holding(caller.workspaceId(), handle -> {
            Member member = require(scope, idOrUsername);
            requireAnotherAdmin(caller, scope, member);
            if (scope.domain() == null) {
                memberships.removeEverywhere(scope.circle(), member.id());
            } else {
                memberships.remove(scope.circle(), member.id());
            }
            audit.record(handle, caller, caller.workspaceId(), "member.remove", "member", member.id(), details);
            return member;
        });
    }

    /** @param domain its name; null for the whole workspace */
    private record Scope(Circle circle, @Nullable String domain) {
        MemberAnswer answer(Member member) {
            return MemberAnswer.of(member, domain, null);
        }
    }

    private Scope scope(Caller caller, @Nullable String domain) {
        String slug = caller.workspace().slug();
        if (domain == null && caller.seesAll()) {
            return new Scope(Circle.ofWorkspace(slug), null);
        }
        String wanted = domain == null ? onlyDomain(caller) : domain;
        String name = database.inWorkspace(caller.workspaceId(), handle -> VisibleDomains.get(handle, caller, wanted))
                .name();
        return new Scope(Circle.ofDomain(slug, name), name);
    }

    private static String onlyDomain(Caller caller) {
        if (caller.domains().size() > 1) {
            throw new InvalidRequestProblem("domain", "must say which of your domains is meant");
        }
        return caller.domains().iterator().next();
    }

    /** Looked for among the members only: whether somebody else exists is not told. */
    private Member require(Scope scope, String idOrUsername) {
        return memberships
                .find(scope.circle(), idOrUsername)
                .orElseThrow(() -> new NotFoundProblem("member", idOrUsername));
    }

    private Users.User findOrCreate(String nameOrEmail) {
        return users.find(nameOrEmail).orElseGet(() -> {
            if (!users.canInvite(nameOrEmail)) {
                throw new InvalidRequestProblem(
                        "user", "is nobody that the identity provider knows; give the e-mail address to invite them");
            }
            return users.create(nameOrEmail);
        });
    }

    private static void refuseSecondRole(Member member) {
        throw new ConflictProblem(
                ProblemType.WRONG_STATE,
                "'%s' is %s here already. Change the role instead: PATCH /api/v1/members/%s."
                        .formatted(member.username(), member.role().wireName(), member.id()));
    }

    /** Platform admins may leave a workspace without one, as they can add another. */
    private void requireAnotherAdmin(Caller caller, Scope scope, Member member) {
        if (scope.domain() != null || member.role() != MemberRole.ADMIN || caller.role() == Role.PLATFORM_ADMIN) {
            return;
        }
        boolean another = memberships.list(scope.circle()).stream()
                .anyMatch(other -> other.role() == MemberRole.ADMIN
                        && other.enabled()
                        && !other.id().equals(member.id()));
        if (!another) {
            throw new ConflictProblem(
                    ProblemType.WRONG_STATE,
                    "'%s' is the last admin of this workspace. Make somebody else an admin first."
                            .formatted(member.username()));
        }
    }

    /** Kept before the identity provider is asked: what it does can't be part of our transaction, and must not go unseen. */
    private void recordIntent(Caller caller, String action, String who, Map<String, String> details) {
        database.useWorkspace(
                caller.workspaceId(),
                handle ->
                        audit.record(handle, caller, caller.workspaceId(), action + ".begin", "member", who, details));
    }

    private static Map<String, String> details(Scope scope, String who, @Nullable MemberRole role) {
        return Map.of(
                "user", who,
                "role", role == null ? "none" : role.wireName(),
                "domain", scope.domain() == null ? "" : scope.domain());
    }
}
