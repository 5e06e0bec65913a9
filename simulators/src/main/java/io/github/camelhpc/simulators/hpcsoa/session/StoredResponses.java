package io.github.camelhpc.simulators.hpcsoa.session;

import io.github.camelhpc.simulators.hpcsoa.SimulatedResponse;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Responses that services made, in the order in which they became ready. */
final class StoredResponses implements ResponseQueue {

  private final List<SimulatedResponse> responses = new ArrayList<>();
  private final BitSet delivered = new BitSet();
  private int first;
  private int cursor;
  private long confirmed;

  void add(SimulatedResponse response) {
    responses.add(response);
  }

  void clear() {
    responses.clear();
    delivered.clear();
    first = 0;
    cursor = 0;
    confirmed = 0;
  }

  @Override
  public void confirm() {
    for (int i = delivered.nextSetBit(0); i >= 0; i = delivered.nextSetBit(i + 1)) {
      responses.set(i, null);
      confirmed++;
    }
    while (first < responses.size() && responses.get(first) == null) {
      first++;
    }
    rewind();
  }

  @Override
  public void rewind() {
    delivered.clear();
    cursor = first;
  }

  @Override
  public SimulatedResponse next(String action) {
    while (cursor < responses.size()) {
      int index = cursor++;
      SimulatedResponse response = responses.get(index);
      if (response != null && (action.isEmpty() || action.equals(response.requestAction()))) {
        delivered.set(index);
        return response;
      }
    }
    return null;
  }

  @Override
  public long stored() {
    return responses.size() - confirmed;
  }
}
