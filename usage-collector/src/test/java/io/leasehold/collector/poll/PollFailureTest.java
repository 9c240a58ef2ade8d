package io.leasehold.collector.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.providers.http.Failure;
import io.leasehold.providers.http.ProviderException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PollFailureTest {
    @ParameterizedTest
    @CsvSource({
        "INVALID_CREDENTIAL, invalid_key, Set a new admin credential",
        "FORBIDDEN, invalid_key, that may read costs",
        "RATE_LIMITED, rate_limited, tried again",
        "NO_CREDIT, rate_limited, tried again",
        "UNAVAILABLE, unavailable, tried again",
        "CONFLICT, unavailable, tried again",
        "TIMEOUT, timeout, tried again",
        "NOT_FOUND, parse_error, Check the account's endpoint",
        "BAD_REQUEST, parse_error, Check the account's endpoint",
        "UNREADABLE, parse_error, Check the account's endpoint",
        "ADDRESS_REFUSED, unavailable, Check the account's endpoint"
    })
    void everyFailureSaysWhatHappenedAndWhatToDo(Failure failure, String status, String whatToDo) {
        PollFailure told = PollFailure.of(failed(failure));

        assertThat(told.status().wireName()).isEqualTo(status);
        assertThat(told.message()).startsWith("The provider said no.").contains(whatToDo);
    }

    @ParameterizedTest
    @EnumSource(names = {"RATE_LIMITED", "UNAVAILABLE"})
    void whatTheProviderAsksToWaitIsKept(Failure failure) {
        assertThat(PollFailure.of(failed(failure)).retryAfter()).isEqualTo(Duration.ofMinutes(7));
    }

    private static ProviderException failed(Failure failure) {
        return new ProviderException(failure, 0, null, "The provider said no.", Duration.ofMinutes(7));
    }
}
