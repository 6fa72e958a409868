package dev.preflight.sessions.account;

import dev.preflight.web.database.Uninterrupted;

import io.micronaut.core.io.buffer.ReadBuffer;
import io.micronaut.core.io.buffer.ReadBufferFactory;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.MutableHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.http.body.ResponseBodyWriter;
import io.micronaut.http.body.stream.BodySizeLimits;
import io.micronaut.scheduling.TaskExecutors;

import jakarta.inject.Named;
import jakarta.inject.Singleton;

import reactor.core.publisher.Flux;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Scheduler;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutorService;

/**
 * Sends an export as fast as it is read, a piece at a time. The framework's own writer of a stream
 * has several threads read it, and now and then loses a piece.
 */
@Singleton
final class ExportFileWriter implements ResponseBodyWriter<ExportFileWriter.ExportFile> {

    private static final int PIECE_BYTES = 65_536;

    private final Scheduler blocking;

    ExportFileWriter(@Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.blocking = Uninterrupted.on(blocking);
    }

    /**
     * An export as the body of an answer.
     *
     * @param json what is read while it is sent, and closed however that ends
     */
    record ExportFile(InputStream json) {}

    @Override
    public CloseableByteBody writePiece(
            ByteBodyFactory bodies,
            HttpRequest<?> request,
            HttpResponse<?> response,
            Argument<ExportFile> type,
            MediaType mediaType,
            ExportFile file) {
        // Closed before its end is told, so that whoever has read it may begin another one.
        Flux<ReadBuffer> pieces =
                Flux.<ReadBuffer>generate(sink -> next(file, bodies.readBufferFactory(), sink))
                        .doOnTerminate(() -> close(file))
                        .subscribeOn(blocking);
        return bodies.adapt(pieces, BodySizeLimits.UNLIMITED, null, () -> close(file));
    }

    private static void next(
            ExportFile file, ReadBufferFactory buffers, SynchronousSink<ReadBuffer> sink) {
        try {
            byte[] piece = file.json().readNBytes(PIECE_BYTES);
            if (piece.length == 0) {
                sink.complete();
            } else {
                sink.next(buffers.adapt(piece));
            }
        } catch (IOException failure) {
            sink.error(failure);
        }
    }

    private static void close(ExportFile file) {
        try {
            file.json().close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void writeTo(
            Argument<ExportFile> type,
            MediaType mediaType,
            ExportFile file,
            MutableHeaders headers,
            OutputStream target) {
        throw new UnsupportedOperationException("an export is sent in pieces");
    }
}
