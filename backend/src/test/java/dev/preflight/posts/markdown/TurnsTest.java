package dev.preflight.posts.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.preflight.web.Overloaded;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class TurnsTest {

    @Test
    void refusesAtOnceWhoWouldWaitBehindTooMany() throws Exception {
        Turns turns = new Turns(1);
        CountDownLatch end = new CountDownLatch(1);
        List<Future<Integer>> taken = new ArrayList<>();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 101; i++) {
                int number = i;
                taken.add(
                        people.submit(
                                () ->
                                        turns.take(
                                                () -> {
                                                    awaitUninterrupted(end);
                                                    return number;
                                                })));
            }
            while (turns.waiting() < 100) {
                Thread.onSpinWait();
            }

            assertThatThrownBy(() -> turns.take(() -> 1)).isInstanceOf(Overloaded.class);
            end.countDown();

            for (int i = 0; i < taken.size(); i++) {
                assertThat(taken.get(i).get()).isEqualTo(i);
            }
        }
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }
}
