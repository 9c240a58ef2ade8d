package io.leasehold.collector.raw;

import io.leasehold.kit.database.Database;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import io.leasehold.kit.problem.NotFoundProblem;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows what is kept of providers' answers. */
@Singleton
class RawResponseService {
    private final Database database;

    RawResponseService(Database database) {
        this.database = database;
    }

    Page<RawResponseView> list(UUID workspaceId, @Nullable UUID accountId, PageRequest page) {
        return database.inWorkspace(
                workspaceId,
                handle -> Page.of(
                                RawStore.list(handle, workspaceId, accountId, page),
                                page,
                                last -> last.id().toString())
                        .map(RawResponseView::of));
    }

    /** @throws NotFoundProblem when it never was, or is forgotten by now */
    RawResponseDetailView get(UUID workspaceId, UUID id) {
        return database.inWorkspace(workspaceId, handle -> RawStore.find(handle, workspaceId, id))
                .map(RawResponseDetailView::of)
                .orElseThrow(() -> new NotFoundProblem("raw response", id));
    }
}
