package io.github.camelhpc.support.camel;

import java.time.Duration;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** The options of components whose service has lists of things that change by themselves. */
@UriParams
public abstract class WatchingConfiguration extends ServiceConfiguration {

  @UriParam(
      label = "producer",
      defaultValue = "5s",
      javaType = "java.time.Duration",
      description = "How often all that is waited for on one service is asked for together.")
  private long awaitInterval = 5_000;

  @UriParam(
      label = "consumer",
      defaultValue = "CHANGES",
      description =
          "Which entries a consumer emits: those whose state changed, or all at " + "every poll.")
  private Emit emit = Emit.CHANGES;

  @UriParam(
      label = "consumer",
      defaultValue = "NOW",
      description =
          "What a consumer of a list does with the entries that are there when it "
              + "first starts: count them as seen, or emit them. A consumer of one "
              + "thing always emits it.")
  private StartFrom startFrom = StartFrom.NOW;

  @UriParam(
      label = "consumer,advanced",
      defaultValue = "10m",
      javaType = "java.time.Duration",
      description =
          "How often all entries are read, where only the changed ones are read " + "between.")
  private long fullRoundEvery = 600_000;

  @UriParam(
      label = "consumer,advanced",
      defaultValue = "60s",
      javaType = "java.time.Duration",
      description =
          "How far before the last poll changes are asked for again, for clocks "
              + "that differ and writes that come late.")
  private long changeOverlap = 60_000;

  @Override
  protected ConnectionSettings connectionSettings() {
    return new ConnectionSettings(
        super.connectionSettings(), awaitInterval, fullRoundEvery, changeOverlap);
  }

  @Override
  protected WatchSettings watching() {
    return new WatchSettings(
        emit,
        startFrom,
        Duration.ofMillis(awaitInterval),
        Duration.ofMillis(fullRoundEvery),
        Duration.ofMillis(changeOverlap),
        Shard.ALL);
  }

  public long getAwaitInterval() {
    return awaitInterval;
  }

  public void setAwaitInterval(long awaitInterval) {
    this.awaitInterval = awaitInterval;
  }

  public Emit getEmit() {
    return emit;
  }

  public void setEmit(Emit emit) {
    this.emit = emit;
  }

  public StartFrom getStartFrom() {
    return startFrom;
  }

  public void setStartFrom(StartFrom startFrom) {
    this.startFrom = startFrom;
  }

  public long getFullRoundEvery() {
    return fullRoundEvery;
  }

  public void setFullRoundEvery(long fullRoundEvery) {
    this.fullRoundEvery = fullRoundEvery;
  }

  public long getChangeOverlap() {
    return changeOverlap;
  }

  public void setChangeOverlap(long changeOverlap) {
    this.changeOverlap = changeOverlap;
  }
}
