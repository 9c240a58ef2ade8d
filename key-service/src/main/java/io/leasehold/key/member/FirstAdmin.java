package io.leasehold.key.member;

import io.leasehold.kit.database.Database;
import io.leasehold.kit.problem.Problem;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Makes the first platform admin of a realm that has none. It happens once, whether it made one or found some: afterwards
 * the setting has no effect, also when the last platform admin goes, until its round is raised.
 */
@ApplicationScoped
class FirstAdmin {
    private static final Logger LOG = Logger.getLogger(FirstAdmin.class);
    private static final String GROUP = "/platform-admin";

    private final Database database;
    private final KeycloakAdmin keycloak;
    private final MemberGroups groups;
    private final Users users;
    private final MembersConfig config;
    private final Clock clock;
    private final AtomicBoolean done = new AtomicBoolean();

    FirstAdmin(
            Database database,
            KeycloakAdmin keycloak,
            MemberGroups groups,
            Users users,
            MembersConfig config,
            Clock clock) {
        this.database = database;
        this.keycloak = keycloak;
        this.groups = groups;
        this.users = users;
        this.config = config;
        this.clock = clock;
    }

    /** Tried until the identity provider answers and knows who is meant. */
    @Scheduled(every = "30s", delayed = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void appoint() {
        Optional<String> wanted = config.firstAdmin();
        if (wanted.isEmpty() || !keycloak.isConfigured() || done.get()) {
            return;
        }
        try {
            done.set(appoint(wanted.get(), config.firstAdminRound()));
        } catch (Problem notYet) {
            LOG.warnf(notYet.getCause(), "no first platform admin yet, tried again in 30 s reason=%s", notYet.detail());
        }
    }

    /** @return whether this round is over */
    boolean appoint(String nameOrEmail, int round) {
        return database.asSystem(handle -> {
            handle.execute("select pg_advisory_xact_lock(hashtextextended('first_admin', 0))");
            if (wasUsed(handle, round)) {
                return true;
            }
            String group = groups.make(GROUP);
            if (!keycloak.get("/groups/" + group + "/members?max=1").isEmpty()) {
                LOG.info("the realm has a platform admin, so nobody is made one");
                note(handle, round, nameOrEmail, false);
                return true;
            }
            Optional<Users.User> user = users.find(nameOrEmail)
                    .or(() -> users.canInvite(nameOrEmail) ? Optional.of(users.create(nameOrEmail)) : Optional.empty());
            if (user.isEmpty()) {
                LOG.errorf(
                        "leasehold.members.first-admin is nobody in the realm; make that user, or give an e-mail address");
                return false;
            }
            keycloak.put("/users/" + KeycloakAdmin.encode(user.get().id()) + "/groups/" + group, null);
            if (user.get().mustChoosePassword()) {
                users.invite(user.get());
            }
            note(handle, round, nameOrEmail, true);
            LOG.warnf(
                    "made the first platform admin user_id=%s round=%d",
                    user.get().id(), round);
            return true;
        });
    }

    private static boolean wasUsed(Handle handle, int round) {
        return handle.createQuery("select exists (select from first_admin where round >= :round)")
                .bind("round", round)
                .mapTo(Boolean.class)
                .one();
    }

    private void note(Handle handle, int round, String nameOrEmail, boolean appointed) {
        handle.createUpdate("""
                        insert into first_admin (round, user_name, appointed, noted_at)
                        values (:round, :userName, :appointed, :now)
                        """)
                .bind("round", round)
                .bind("userName", nameOrEmail)
                .bind("appointed", appointed)
                .bind("now", clock.instant())
                .execute();
    }
}
