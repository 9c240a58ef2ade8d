package io.leasehold.key.price;

import io.leasehold.key.provider.ProviderDirectory;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import io.leasehold.kit.price.PriceOverrideStore;
import io.leasehold.providers.price.ModelPrice;
import io.leasehold.providers.price.OverriddenPrices;
import io.leasehold.providers.price.PriceBook;
import io.leasehold.providers.price.Prices;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks prices up as they hold in a workspace. */
@ApplicationScoped
class PriceService {
    private final Database database;
    private final ProviderDirectory providers;
    private final Clock clock;
    private final PriceBook book = PriceBook.builtIn();

    PriceService(Database database, ProviderDirectory providers, Clock clock) {
        this.database = database;
        this.providers = providers;
        this.clock = clock;
    }

    /**
     * @param provider null for all
     * @param model as requests name it; null for all that the book or the workspace names
     * @param at null for now
     */
    Page<PriceAnswer> list(
            Caller caller,
            @Nullable String provider,
            @Nullable String model,
            @Nullable Instant at,
            PageRequest request) {
        List<String> wanted = provider == null
                ? providers.ids().stream().sorted().toList()
                : List.of(providers.named(provider).id());
        Instant time = at == null ? clock.instant() : at;
        Held held = held(caller);
        List<PriceAnswer> page = wanted.stream()
                .flatMap(each ->
                        names(held, each, model).flatMap(name -> price(held.prices(), each, name, time).stream()))
                .skip(request.offset())
                .limit(request.oneMore())
                .toList();
        return Page.counted(page, request);
    }

    /** @param named models that the workspace has set prices for by name, with their provider */
    private record Held(Prices prices, List<Named> named) {
        record Named(String provider, String model) {}
    }

    private Held held(Caller caller) {
        return database.inWorkspace(
                        caller.workspaceId(), handle -> PriceOverrideStore.find(handle, caller.workspaceId()))
                .map(told -> new Held(
                        new OverriddenPrices(book, told),
                        told.overrides().stream()
                                .filter(each -> each.model().indexOf('*') < 0)
                                .map(each -> new Held.Named(each.provider(), each.model()))
                                .toList()))
                .orElseGet(() -> new Held(book, List.of()));
    }

    private Stream<String> names(Held held, String provider, @Nullable String model) {
        if (model != null) {
            return Stream.of(model);
        }
        Stream<String> own = held.named().stream()
                .filter(named -> named.provider().equals(provider))
                .map(Held.Named::model);
        return Stream.concat(book.models(provider).stream(), own).distinct();
    }

    private Optional<PriceAnswer> price(Prices prices, String provider, String name, Instant at) {
        String listed = book.find(provider, name, at).map(ModelPrice::version).orElse("");
        return prices.find(provider, name, at)
                .map(price -> PriceAnswer.of(provider, price, !price.version().equals(listed)));
    }
}
