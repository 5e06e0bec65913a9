package io.github.camelhpc.support.camel;

/** Options of the test's own component. */
public class TinyConfiguration extends WatchingConfiguration {

  private Integer thingId;
  private String filter;
  private String shard;

  @Override
  public TinyConfiguration copy() {
    return (TinyConfiguration) super.copy();
  }

  @Override
  protected WatchSettings watching() {
    return super.watching().of(Shard.of(shard));
  }

  public void setShard(String shard) {
    this.shard = shard;
  }

  public Integer getThingId() {
    return thingId;
  }

  public void setThingId(Integer thingId) {
    this.thingId = thingId;
  }

  public String getFilter() {
    return filter;
  }

  public void setFilter(String filter) {
    this.filter = filter;
  }
}
