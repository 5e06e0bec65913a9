package io.github.camelhpc.reliability.cluster;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.service.ServiceSupport;

/** Stands for a table that several instances use, and that outlives each of them. */
final class SharedRepository extends ServiceSupport implements IdempotentRepository {

  private final Set<String> keys = ConcurrentHashMap.newKeySet();

  @Override
  public boolean add(String key) {
    return keys.add(key);
  }

  @Override
  public boolean contains(String key) {
    return keys.contains(key);
  }

  @Override
  public boolean remove(String key) {
    return keys.remove(key);
  }

  @Override
  public boolean confirm(String key) {
    return true;
  }

  @Override
  public void clear() {
    keys.clear();
  }
}
