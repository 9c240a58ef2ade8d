package io.leasehold.analytics.request;

import io.leasehold.analytics.visible.VisibleTraffic;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import jakarta.inject.Singleton;

/** Lists requests. */
@Singleton
class RequestService {
    private final Database database;

    RequestService(Database database) {
        this.database = database;
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
