package dev.preflight.lab;

import java.util.concurrent.atomic.AtomicLong;

/** How much memory all runs with their journals may still take together, more or less. */
final class Memory {

    /** What is left of the heap has to do for everything else. */
    private static final int LARGEST_SHARE = 4;

    private final AtomicLong left;

    /**
     * @param most in bytes
     * @param heap how large the heap may become, which bounds that further
     */
    Memory(long most, long heap) {
        this.left = new AtomicLong(Math.min(most, heap / LARGEST_SHARE));
    }

    /** Takes so many bytes, if there are as many. */
    boolean take(int bytes) {
        long before = left.getAndUpdate(now -> now < bytes ? now : now - bytes);
        return before >= bytes;
    }

    void giveBack(int bytes) {
        left.addAndGet(bytes);
    }
}
