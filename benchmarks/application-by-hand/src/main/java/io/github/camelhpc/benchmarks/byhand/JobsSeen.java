package io.github.camelhpc.benchmarks.byhand;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;

/** Which states of jobs were logged. */
@Singleton
public class JobsSeen {

  private static final int MOST = 100_000;

  @Produces
  @Singleton
  @Named
  @Unremovable
  IdempotentRepository jobsSeen() {
    return MemoryIdempotentRepository.memoryIdempotentRepository(MOST);
  }
}
