package dev.preflight.web.throttling;

import dev.preflight.web.Secret;
import dev.preflight.web.database.BrokenConstraint;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.scheduling.annotation.Scheduled;

import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Counts attempts by the generic cell rate algorithm (ITU-T I.371): a budget is one time, the one
 * at which it will be full again, so that nothing has to be counted down. The times are in the
 * database, where instances share them. Not to be called within a transaction: an attempt counts
 * whatever becomes of it.
 */
@Singleton
public class Throttle {

    private final ThrottleRepository repository;
    private final Map<String, BudgetSettings> settings;
    private final Clock clock;

    Throttle(ThrottleRepository repository, List<BudgetSettings> settings, Clock clock) {
        this.repository = repository;
        this.settings =
                settings.stream()
                        .collect(Collectors.toMap(BudgetSettings::name, Function.identity()));
        this.clock = clock;
    }

    /**
     * Takes one attempt from each budget, or from none.
     *
     * @return empty if each had one, or else how long to wait until the one that lacked it has
     */
    public Optional<TooManyAttempts> take(Budget... budgets) {
        for (int i = 0; i < budgets.length; i++) {
            Optional<TooManyAttempts> refusal = take(budgets[i]);
            if (refusal.isPresent()) {
                giveBack(Arrays.copyOf(budgets, i));
                return refusal;
            }
        }
        return Optional.empty();
    }

    /** Gives back what was taken for an attempt that turned out right. */
    public void giveBack(Budget... budgets) {
        for (Budget budget : budgets) {
            repository.giveBack(id(budget), settings(budget).refill().toMillis());
        }
    }

    private Optional<TooManyAttempts> take(Budget budget) {
        BudgetSettings figures = settings(budget);
        String id = id(budget);
        long refill = figures.refill().toMillis();
        while (true) {
            long now = clock.millis();
            if (repository.take(id, now, refill, figures.toleranceMillis()) > 0) {
                return Optional.empty();
            }
            Optional<ThrottleRepository.Row> known = repository.find(id);
            if (known.isPresent()) {
                long wait = known.get().fullAt() - figures.toleranceMillis() - now;
                if (wait > 0) {
                    return Optional.of(new TooManyAttempts(Duration.ofMillis(wait)));
                }
            } else if (inserted(id, now + refill)) {
                return Optional.empty();
            }
            // Another attempt changed it in between.
        }
    }

    private boolean inserted(String id, long fullAt) {
        try {
            repository.insert(id, fullAt);
            return true;
        } catch (DataAccessException refused) {
            if (BrokenConstraint.isUnique(refused)) {
                return false;
            }
            throw refused;
        }
    }

    private BudgetSettings settings(Budget budget) {
        BudgetSettings figures = settings.get(budget.name());
        if (figures == null) {
            throw new IllegalArgumentException(
                    "preflight.throttling.budgets." + budget.name() + " is not configured");
        }
        return figures;
    }

    /** A hash, so that the table tells nobody who tried what. */
    private static String id(Budget budget) {
        return Secret.hashOf(budget.name() + '\n' + budget.subject());
    }

    @Scheduled(fixedDelay = "1h", initialDelay = "1m")
    void forgetFull() {
        repository.deleteFull(clock.millis());
    }
}
