package io.leasehold.analytics.request;

import io.leasehold.analytics.visible.VisibleTraffic;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import io.leasehold.kit.problem.NotFoundProblem;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Lists and shows requests. */
@Singleton
class RequestService {
    private final Database database;

    RequestService(Database database) {
        this.database = database;
    }

    /** @throws NotFoundProblem also while it is still on its way here */
    RequestView get(VisibleTraffic traffic, UUID id) {
        return database.inWorkspace(
                traffic.workspaceId(),
                handle -> RequestStore.find(handle, traffic, id).orElseThrow(() -> new NotFoundProblem("request", id)));
    }

    Page<RequestView> list(VisibleTraffic traffic, PageRequest page) {
        return database.inWorkspace(
                traffic.workspaceId(),
                handle -> Page.of(
                        RequestStore.list(handle, traffic, page),
                        page,
                        last -> RequestPosition.of(last).toString()));
    }
}
