package io.github.camelhpc.support.camel;

/** Options of the test's own component. */
public class TinyConfiguration extends WatchingConfiguration {

  private Integer thingId;
  private String filter;

  @Override
  public TinyConfiguration copy() {
    return (TinyConfiguration) super.copy();
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
