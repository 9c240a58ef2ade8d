package io.leasehold.collector.ingest;

import io.leasehold.collector.ingest.Reading.Ignored;
import io.leasehold.collector.ingest.Reading.Inference;
import io.leasehold.collector.ingest.Reading.Nonsense;
import io.leasehold.kit.caller.Caller;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Takes in spans that nodes export: those about calls to providers count, all others are passed over. */
@Singleton
class TracesService {
    private static final int REASONS_TOLD = 3;

    private final IngestService ingest;
    private final IngestConfig config;
    private final GenAiSpans genAi;
    private final MeterRegistry metrics;

    TracesService(
            IngestService ingest,
            IngestConfig config,
            @ConfigProperty(name = "leasehold.gateway.base-url") Optional<URI> gateway,
            MeterRegistry metrics) {
        this.ingest = ingest;
        this.config = config;
        this.genAi = new GenAiSpans(gateway.map(URI::getHost).map(Set::of).orElse(Set.of()));
        this.metrics = metrics;
    }

    /**
     * What became of some spans.
     *
     * @param reasons why some don't count; null where none was rejected
     * @param again whether all of them should be sent again a little later; those that count already don't count twice
     */
    record Outcome(long rejected, @Nullable String reasons, boolean again) {}

    Outcome take(Caller caller, List<Span> spans) {
        List<Call> calls = new ArrayList<>();
        List<String> nonsense = new ArrayList<>();
        int ignored = 0;
        for (Span span : spans) {
            switch (genAi.read(span)) {
                case Inference inference -> calls.add(inference.call());
                case Nonsense no -> nonsense.add(no.reason());
                case Ignored _ -> ignored++;
            }
        }
        count("ignored", ignored);
        count("unreadable", nonsense.size());
        count("taken", calls.size());
        List<IngestOutcome> outcomes = new ArrayList<>();
        for (int from = 0; from < calls.size(); from += config.mostReports()) {
            int to = Math.min(calls.size(), from + config.mostReports());
            outcomes.add(ingest.take(caller, calls.subList(from, to)));
        }
        return outcome(nonsense, outcomes);
    }

    private static Outcome outcome(List<String> nonsense, List<IngestOutcome> outcomes) {
        List<String> reasons = Stream.concat(
                        nonsense.stream(),
                        outcomes.stream()
                                .flatMap(outcome -> outcome.rejected().stream())
                                .map(Judgement.Rejected::reason))
                .toList();
        return new Outcome(
                reasons.size(),
                reasons.isEmpty()
                        ? null
                        : reasons.stream().distinct().limit(REASONS_TOLD).collect(Collectors.joining(" ")),
                outcomes.stream().anyMatch(IngestOutcome::hasRetryable));
    }

    private void count(String result, int spans) {
        Counter.builder("leasehold.otlp.spans")
                .description("Spans that nodes exported")
                .tag("result", result)
                .register(metrics)
                .increment(spans);
    }
}
