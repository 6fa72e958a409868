package dev.preflight.posts;

import dev.preflight.accounts.AccountId;
import dev.preflight.accounts.Accounts;
import dev.preflight.accounts.DemoAccount;
import dev.preflight.accounts.NewAccount;
import dev.preflight.accounts.Registration;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;

import jakarta.inject.Singleton;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Fills an empty database of the {@code dev} environment with posts to read, the newest one hours
 * old.
 */
@Singleton
@Requires(env = Environment.DEVELOPMENT)
class SamplePosts {

    private static final Logger LOG = LoggerFactory.getLogger(SamplePosts.class);
    private static final String FOLDER = "/samples/";
    private static final Duration BETWEEN_POSTS = Duration.ofHours(31);

    private final PostRepository repository;
    private final Posts posts;
    private final Accounts accounts;
    private final Clock clock;

    SamplePosts(PostRepository repository, Posts posts, Accounts accounts, Clock clock) {
        this.repository = repository;
        this.posts = posts;
        this.accounts = accounts;
        this.clock = clock;
    }

    @EventListener
    void onStartup(StartupEvent started) {
        if (repository.count() > 0) {
            return;
        }
        List<String> files = read("index.txt").lines().toList();
        Map<String, Optional<AccountId>> authors = new HashMap<>();
        Instant moment = clock.instant().minus(BETWEEN_POSTS.multipliedBy(files.size()));
        for (String file : files) {
            moment = moment.plus(BETWEEN_POSTS);
            Sample sample = Sample.parse(read(file));
            Optional<AccountId> author =
                    authors.computeIfAbsent(
                            sample.author(), name -> register(name, authors.isEmpty()));
            if (author.isEmpty()) {
                LOG.info("No sample posts: their authors are registered already.");
                return;
            }
            posts.publish(author.get(), sample.draft(), moment.minus(Duration.ofHours(3)));
        }
        LOG.info("Made {} sample posts.", files.size());
    }

    /** The first author is the demo account; nobody knows the passwords of the others. */
    private Optional<AccountId> register(String name, boolean first) {
        String address = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.com";
        NewAccount wanted =
                first
                        ? new NewAccount(DemoAccount.email(), name, DemoAccount.password())
                        : new NewAccount(address, name, UUID.randomUUID().toString());
        return switch (accounts.registerConfirmed(wanted)) {
            case Registration.Registered(var account) -> Optional.of(account.id());
            case Registration.EmailTaken(), Registration.PasswordRefused(_) -> Optional.empty();
        };
    }

    private String read(String file) {
        try (InputStream stream = SamplePosts.class.getResourceAsStream(FOLDER + file)) {
            return new String(
                    Objects.requireNonNull(stream, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A file of front matter and Markdown. */
    private record Sample(String author, Draft draft) {

        static Sample parse(String file) {
            String[] parts = file.split("(?m)^---$\\R?", 3);
            Map<String, String> head =
                    parts[1].lines()
                            .map(line -> line.split(": ", 2))
                            .collect(Collectors.toMap(entry -> entry[0], entry -> entry[1]));
            List<String> tags = Arrays.asList(head.getOrDefault("tags", "").split(", "));
            String title = head.getOrDefault("title", "");
            return new Sample(
                    head.getOrDefault("author", ""), new Draft(title, parts[2].strip(), tags));
        }
    }
}
