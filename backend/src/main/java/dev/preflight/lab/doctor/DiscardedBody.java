package dev.preflight.lab.doctor;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * Lets go of a body. A short one is read to its end, so that the server does not meet a broken
 * connection; a long one is cut off.
 */
final class DiscardedBody implements BodySubscriber<Void> {

    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final int most;
    private long read;
    private Flow.Subscription subscription = new NoSubscription();

    DiscardedBody(int most) {
        this.most = most;
    }

    /** The head is there, which is all that is asked for. */
    @Override
    public CompletionStage<Void> getBody() {
        return done;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            read += buffer.remaining();
        }
        if (read >= most) {
            subscription.cancel();
            done.complete(null);
            return;
        }
        subscription.request(1);
    }

    /** The body broke off, and the head is what counts. */
    @Override
    public void onError(Throwable failure) {
        done.complete(null);
    }

    @Override
    public void onComplete() {
        done.complete(null);
    }

    private static final class NoSubscription implements Flow.Subscription {

        @Override
        public void request(long count) {}

        @Override
        public void cancel() {}
    }
}
