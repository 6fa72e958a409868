package dev.preflight.sessions;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;

import jakarta.inject.Singleton;

/** Hands a controller the {@link Session} of its request. */
@Singleton
final class SessionBinder implements TypedRequestArgumentBinder<Session> {

    @Override
    public Argument<Session> argumentType() {
        return Argument.of(Session.class);
    }

    @Override
    public BindingResult<Session> bind(
            ArgumentConversionContext<Session> context, HttpRequest<?> request) {
        return () -> request.getUserPrincipal(Session.class);
    }
}
