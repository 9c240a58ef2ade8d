package io.leasehold.kit.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leasehold.kit.problem.InvalidRequestProblem;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {
    @Test
    void oneRowMoreThanAskedForMeansThereIsANextPage() {
        Page<String> page = Page.of(List.of("a", "b", "c"), PageRequest.of(2, null), item -> item);

        assertThat(page.items()).containsExactly("a", "b");
        assertThat(PageRequest.of(2, page.nextCursor()).position()).isEqualTo("b");
    }

    @Test
    void theLastPageHasNoCursor() {
        assertThat(Page.of(List.of("a", "b"), PageRequest.of(2, null), item -> item)
                        .nextCursor())
                .isNull();
    }

    @Test
    void aCursorThatIsNoneOfOursIsRefused() {
        assertThatThrownBy(() -> PageRequest.of(2, "%%%")).isInstanceOf(InvalidRequestProblem.class);
        assertThatThrownBy(() -> PageRequest.of(2, "YWJj").positionId()).isInstanceOf(InvalidRequestProblem.class);
    }

    @Test
    void aLimitOutOfRangeIsRefused() {
        assertThatThrownBy(() -> PageRequest.of(0, null)).isInstanceOf(InvalidRequestProblem.class);
        assertThatThrownBy(() -> PageRequest.of(501, null)).isInstanceOf(InvalidRequestProblem.class);
    }
}
