package dev.preflight.accounts.passwords;

import dev.preflight.web.Overloaded;
import dev.preflight.web.Reach;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.exceptions.ConfigurationException;

import jakarta.annotation.PreDestroy;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Argon2id, in public with OWASP's parameters (19 MiB, 2 iterations, 1 lane) at least, on threads
 * of its own, so that a flood of logins takes neither all cores nor all memory.
 */
@Context
public final class PasswordHasher {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int LEAST_MEMORY_KIB_IN_PUBLIC = 19_456;
    private static final int LEAST_ITERATIONS_IN_PUBLIC = 2;

    private final Argon2PasswordEncoder argon2;
    private final ThreadPoolExecutor pool;

    /**
     * @throws ConfigurationException if hashes of a public server were cheap to guess
     */
    PasswordHasher(PasswordSettings settings, Reach reach) {
        if (!reach.isHome()) {
            requireAtLeast(
                    LEAST_MEMORY_KIB_IN_PUBLIC,
                    settings.hashingMemoryKib(),
                    "PREFLIGHT_ACCOUNTS_HASHING_MEMORY_KIB");
            requireAtLeast(
                    LEAST_ITERATIONS_IN_PUBLIC,
                    settings.hashingIterations(),
                    "PREFLIGHT_ACCOUNTS_HASHING_ITERATIONS");
        }
        this.argon2 =
                new Argon2PasswordEncoder(
                        SALT_BYTES,
                        HASH_BYTES,
                        LANES,
                        settings.hashingMemoryKib(),
                        settings.hashingIterations());
        this.pool =
                new ThreadPoolExecutor(
                        settings.hashingThreads(),
                        settings.hashingThreads(),
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(settings.hashingQueue()),
                        Thread.ofPlatform().name("password-", 0).daemon().factory());
    }

    private static void requireAtLeast(int least, int value, String variable) {
        if (value < least) {
            throw new ConfigurationException(
                    "%s is %d: whoever steals the hashes of a public server would soon guess the passwords, so write %d or more."
                            .formatted(variable, value, least));
        }
    }

    /**
     * What is kept of a password.
     *
     * @throws Overloaded if too many passwords wait already
     */
    public String hash(String password) {
        return await(() -> encode(password));
    }

    /**
     * Whether a hash is this password's.
     *
     * @throws Overloaded if too many passwords wait already
     */
    public boolean matches(String password, String hash) {
        return await(() -> argon2.matches(password, hash));
    }

    private String encode(String password) {
        String hash = argon2.encode(password);
        if (hash == null) {
            throw new IllegalStateException("a password was hashed to nothing");
        }
        return hash;
    }

    private <T> T await(Callable<T> work) {
        try {
            Future<T> result = pool.submit(work);
            return result.get();
        } catch (RejectedExecutionException full) {
            throw new Overloaded("too many passwords are being checked", full);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Overloaded("the server is stopping", stopping);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("hashing failed", failed.getCause());
        }
    }

    @PreDestroy
    void stop() {
        pool.shutdownNow();
    }
}
