package io.leasehold.providers.copilot;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.providers.Access;
import io.leasehold.providers.http.Failure;
import io.leasehold.providers.http.JsonFields;
import io.leasehold.providers.http.ProviderException;
import io.leasehold.providers.quota.Quota;
import io.leasehold.providers.quota.QuotaSnapshot;
import io.leasehold.providers.quota.Quotas;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** What is left to a user, by that user's own token. Any part of the answer may be missing. */
final class CopilotQuotas implements Quotas {
    private final GitHubApi api;
    private final Clock clock;

    CopilotQuotas(GitHubApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    @Override
    public boolean perKey() {
        return true;
    }

    @Override
    public QuotaSnapshot read(Access holder) {
        JsonNode user = api.copilotUser(holder)
                .orElseThrow(() -> new ProviderException(
                        Failure.NOT_FOUND, 404, null, "The user of this token has no Copilot.", null));
        List<Quota> quotas = Stream.concat(
                        user.path("quota_snapshots").properties().stream()
                                .map(each -> CopilotQuotaJson.snapshot(each.getKey(), each.getValue(), user)),
                        user.path("limited_user_quotas").properties().stream()
                                .map(each -> CopilotQuotaJson.limited(each.getKey(), user)))
                .toList();
        return new QuotaSnapshot(
                JsonFields.text(user, "login"), JsonFields.text(user, "copilot_plan"), quotas, clock.instant());
    }
}
