package io.github.camelhpc.simulators.dbapi.request;

import io.github.camelhpc.simulators.dbapi.data.DataTimes;
import io.github.camelhpc.simulators.dbapi.query.Query;
import io.github.camelhpc.simulators.dbapi.query.Selection;

/**
 * What a client asked for.
 *
 * @param dataSet the name of the data set
 * @param query the query
 * @param selection the resources to look at
 * @param from samples begin at this time, in seconds since 1970
 * @param to samples end before this time, in seconds since 1970
 * @param times how the times of the result are written
 * @param maxResults how many resources an answer has at most
 * @param completes whether it ever becomes complete
 */
public record Order(
    String dataSet,
    Query query,
    Selection selection,
    long from,
    long to,
    DataTimes times,
    int maxResults,
    boolean completes) {

  int total() {
    return selection.candidates().size();
  }
}
