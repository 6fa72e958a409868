package dev.preflight.sessions;

import dev.preflight.web.database.Uninterrupted;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.jwt.validator.ReactiveJsonWebTokenValidator;
import io.micronaut.security.token.validator.TokenValidator;

import jakarta.inject.Named;
import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import java.util.concurrent.ExecutorService;

/**
 * Accepts a token only while its session is live. Takes the place of the framework's own validator,
 * which would accept a token until it expires, whatever became of the session.
 */
@Singleton
@Replaces(ReactiveJsonWebTokenValidator.class)
final class SessionTokenValidator implements TokenValidator<HttpRequest<?>> {

    private final AccessTokens tokens;
    private final Sessions sessions;
    private final Scheduler blocking;

    SessionTokenValidator(
            AccessTokens tokens,
            Sessions sessions,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.blocking = Uninterrupted.on(blocking);
    }

    @Override
    public Publisher<Authentication> validateToken(String token, @Nullable HttpRequest<?> request) {
        return tokens.read(token, request)
                .<Publisher<Authentication>>map(this::ifLive)
                .orElseGet(Publishers::empty);
    }

    /** This runs on the event loop, so that the database is asked on another thread. */
    private Publisher<Authentication> ifLive(Session session) {
        Boolean remembered = sessions.remembered(session.id());
        if (remembered != null) {
            return remembered ? Publishers.just(session) : Publishers.empty();
        }
        return Mono.fromCallable(() -> sessions.isLive(session.id()))
                .subscribeOn(blocking)
                .filter(Boolean::booleanValue)
                .map(live -> session);
    }
}
