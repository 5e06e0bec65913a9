package io.github.camelhpc.app;

import io.github.camelhpc.app.leader.LeadershipLost;
import io.github.camelhpc.dbapi.model.MetricRow;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Body;

/**
 * How busy the machines were: rows that the file does not have, and gauges of the newest values.
 * The file itself tells what it has, so nothing is missed or repeated when the application starts
 * again.
 */
@ApplicationScoped
@Named("cpuUsage")
@RegisterForReflection
public class CpuUsage {

  /**
   * How far back the file is read. The service is asked for one hour, so what stands before a row
   * that is three hours old was written too long ago to come again, even if clocks differ.
   */
  private static final Duration MEMORY = Duration.ofHours(3);

  private final CpuUsageFile file;
  private final CpuUsageGauges gauges;
  private Map<CpuUsageKey, Instant> written;
  private Map<CpuUsageKey, Instant> pending = Map.of();
  private boolean failing;

  @Inject
  CpuUsage(AppSettings settings, MeterRegistry registry) {
    this.file = new CpuUsageFile(settings.outbox());
    this.gauges = new CpuUsageGauges(registry);
  }

  /**
   * Shows the newest values as gauges.
   *
   * @return what to append to the file; empty if it has all
   * @throws IOException if the file cannot be read
   */
  public synchronized String read(@Body List<MetricRow> rows) throws IOException {
    gauges.show(rows);
    Instant since = Instant.now().minus(MEMORY);
    if (written == null) {
      written = file.newestTimes(since);
    }
    written.values().removeIf(time -> time.isBefore(since));
    List<MetricRow> news = rows.stream().filter(this::isNew).toList();
    pending = new HashMap<>(written);
    news.forEach(row -> pending.merge(CpuUsageKey.of(row), row.time(), CpuUsageFile::later));
    return news.isEmpty() ? "" : file.lines(news);
  }

  private boolean isNew(MetricRow row) {
    Instant last = written.get(CpuUsageKey.of(row));
    return last == null || row.time().isAfter(last);
  }

  /** The file has what was to be appended. */
  public synchronized void appended() {
    written = pending;
    failing = false;
  }

  /**
   * It did not go well; the file may have some of the rows, and is read again.
   *
   * @return whether it went well the last time, so that this is news
   */
  public synchronized boolean failed() {
    boolean news = !failing;
    failing = true;
    written = null;
    return news;
  }

  /** Another application adds to the file, and has the gauges, from now on. */
  synchronized void forget(@Observes LeadershipLost event) {
    written = null;
    gauges.show(List.of());
  }
}
