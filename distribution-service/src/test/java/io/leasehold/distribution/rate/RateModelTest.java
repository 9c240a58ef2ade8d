package io.leasehold.distribution.rate;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.distribution.rate.RateModel.Kind;
import io.leasehold.distribution.rate.RateModel.Step;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/**
 * Three replicas share a limit per minute. Whatever becomes of their messages, and whoever of them dies: no more than the
 * limit is admitted within any minute.
 */
class RateModelTest {
    @Property(tries = 4_000)
    void noInterleavingAdmitsMoreThanTheLimitWithinAMinute(
            @ForAll("steps") List<Step> steps, @ForAll @IntRange(min = 1, max = 12) int limit) {
        RateModel model = new RateModel(limit);

        for (Step step : steps) {
            model.apply(step);

            assertThat(model.admittedWithinAMinute()).isLessThanOrEqualTo(limit);
            assertThat(model.lent()).isLessThanOrEqualTo(limit);
        }
    }

    @Property(tries = 1_000)
    void whateverHappenedALoweredLimitIsKeptOnceTheReplicasHaveConfirmed(
            @ForAll("steps") List<Step> steps, @ForAll @IntRange(min = 0, max = 11) int lowered) {
        RateModel model = new RateModel(12);
        steps.forEach(model::apply);

        model.limit(lowered);
        model.goOn(200, 12, 12, 12);
        model.takeAll(0);
        model.takeAll(1);
        model.takeAll(2);

        assertThat(model.lent()).isLessThanOrEqualTo(lowered);
        assertThat(model.admittedWithinAMinute()).isLessThanOrEqualTo(lowered);
    }

    @Property(tries = 1_000)
    void whateverHappenedTheWholeLimitIsUsedAgainByWhoeverWantsIt(@ForAll("steps") List<Step> steps) {
        RateModel model = new RateModel(12);
        steps.forEach(model::apply);

        model.goOn(200, 0, 30, 0);

        assertThat(model.usable(1)).isEqualTo(12);
        assertThat(model.usable(0) + model.usable(2)).isZero();
    }

    /** Found by the property: the arbiter had forgotten the share meanwhile, and counted its permits anew under the same id. */
    @Test
    void anAnswerThatComesAfterTheArbiterForgotTheShareGivesNothing() {
        RateModel model = new RateModel(7);

        Stream.of(
                        new Step(Kind.ASK, 0, 4),
                        new Step(Kind.DELIVER, 0, 1),
                        new Step(Kind.PASS_LONG, 0, 30),
                        new Step(Kind.ASK, 1, 4),
                        new Step(Kind.DELIVER, 1, 1),
                        new Step(Kind.ASK, 0, 27),
                        new Step(Kind.DELIVER, 0, 1),
                        new Step(Kind.ANSWER, 0, 3),
                        new Step(Kind.ANSWER, 0, 1),
                        new Step(Kind.TAKE, 0, 30),
                        new Step(Kind.ANSWER, 1, 1),
                        new Step(Kind.TAKE, 1, 30))
                .forEach(model::apply);

        assertThat(model.admittedWithinAMinute()).isEqualTo(7);
    }

    @Test
    void twoThatWantEverythingHaveHalfOfItEach() {
        RateModel model = new RateModel(12);
        model.goOn(1, 30, 0, 0);
        model.takeAll(0);

        model.goOn(70, 30, 30, 0);

        assertThat(model.usable(0)).isEqualTo(6);
        assertThat(model.usable(1)).isEqualTo(6);
    }

    @Test
    void whatLiesIdleMovesAtOnceToWhoeverWantsIt() {
        RateModel model = new RateModel(12);
        model.goOn(1, 30, 0, 0);
        assertThat(model.usable(0)).isEqualTo(12);

        model.goOn(2, 0, 30, 0);

        assertThat(model.usable(1)).isEqualTo(12);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(5, Kind.TAKE),
                                Tuple.of(5, Kind.ASK),
                                Tuple.of(2, Kind.ASK_IDLE),
                                Tuple.of(6, Kind.DELIVER),
                                Tuple.of(2, Kind.DELIVER_AND_KEEP),
                                Tuple.of(6, Kind.ANSWER),
                                Tuple.of(1, Kind.LOSE_ANSWER),
                                Tuple.of(1, Kind.CRASH),
                                Tuple.of(3, Kind.PASS),
                                Tuple.of(1, Kind.PASS_LONG)),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(1, 30))
                .as(Step::new)
                .list()
                .ofMaxSize(150);
    }
}
