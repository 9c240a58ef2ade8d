package io.leasehold.analytics.request;

import io.leasehold.kit.database.Database;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Lists requests. */
@Singleton
class RequestService {
    private final Database database;

    RequestService(Database database) {
        this.database = database;
    }

    Page<RequestView> list(UUID workspaceId, PageRequest page) {
        return database.inWorkspace(
                workspaceId,
                handle -> Page.of(
                        RequestStore.list(handle, workspaceId, page),
                        page,
                        last -> RequestPosition.of(last).toString()));
    }
}
