package io.github.camelhpc.reliability.soak;

/**
 * What the application holds at a moment.
 *
 * @param heap bytes in use after a full collection
 * @param threads how many live
 * @param descriptors how many files and sockets are open; -1 where that cannot be known
 */
record Sample(long heap, long threads, long descriptors) {}
