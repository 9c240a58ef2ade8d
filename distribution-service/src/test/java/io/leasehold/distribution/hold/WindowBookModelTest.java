package io.leasehold.distribution.hold;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.distribution.hold.ArbiterModel.Step;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Three replicas share a window. Whatever they do, in whatever order, with answers lost, settles late, doubled or never
 * sent, and replicas dying: what was admitted fits into the limit, and the books agree.
 */
class WindowBookModelTest {
    @Property(tries = 2_000)
    void noInterleavingAdmitsMoreThanTheLimit(@ForAll("steps") List<Step> steps) {
        ArbiterModel model = new ArbiterModel();

        for (Step step : steps) {
            model.apply(step);

            assertThat(model.admitted()).isLessThanOrEqualTo(ArbiterModel.LIMIT);
            assertThat(model.used()).isLessThanOrEqualTo(ArbiterModel.LIMIT);
            assertThat(model.held()).isEqualByComparingTo(model.outstanding(false));
            assertThat(model.presumed()).isEqualByComparingTo(model.outstanding(true));
        }
    }

    @Property(tries = 500)
    void onceEverythingIsSettledAndGivenBackOnlySpendIsLeft(@ForAll("steps") List<Step> steps) {
        ArbiterModel model = new ArbiterModel();
        steps.stream().filter(step -> step.kind() != ArbiterModel.Kind.DIE).forEach(model::apply);

        model.finishAll();

        assertThat(model.held()).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(model.presumed()).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(model.spent()).isEqualByComparingTo(model.admitted());
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(ArbiterModel.Kind.class),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(1, 30))
                .as(Step::new)
                .list()
                .ofMaxSize(120);
    }
}
