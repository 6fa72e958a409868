package dev.preflight.accounts.passwords;

import dev.preflight.web.Overloaded;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Argon2id with OWASP's parameters (19 MiB, 2 iterations, 1 lane), on threads of its own, so that a
 * flood of logins takes neither all cores nor all memory.
 */
@Singleton
public final class PasswordHasher {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int ITERATIONS = 2;

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, ITERATIONS);
    private final ThreadPoolExecutor pool;

    PasswordHasher(PasswordSettings settings) {
        this.pool =
                new ThreadPoolExecutor(
                        settings.hashingThreads(),
                        settings.hashingThreads(),
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(settings.hashingQueue()),
                        Thread.ofPlatform().name("password-", 0).daemon().factory());
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
