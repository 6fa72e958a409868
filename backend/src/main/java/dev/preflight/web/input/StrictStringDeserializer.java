package dev.preflight.web.input;

import io.micronaut.context.annotation.Primary;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Deserializer;

import jakarta.inject.Singleton;

import java.io.IOException;

/**
 * Refuses numbers, booleans and lists where a string belongs; the framework's own would turn them
 * into one.
 */
@Primary
@Singleton
final class StrictStringDeserializer implements Deserializer<String> {

    @Override
    public String deserialize(
            Decoder decoder, DecoderContext context, Argument<? super String> type)
            throws IOException {
        Object value = decoder.decodeArbitrary();
        if (value instanceof String string) {
            return string;
        }
        throw decoder.createDeserializationException("A string is expected", null);
    }
}
