package io.github.camelhpc.hpcpack.model;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.adapters.XmlAdapter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a map as a list of {@code <Variable><Name/><Value/></Variable>}; nothing for an empty map.
 */
final class VariablesAdapter extends XmlAdapter<VariablesAdapter.Variables, Map<String, String>> {

  @Override
  public Map<String, String> unmarshal(Variables variables) {
    Map<String, String> map = new LinkedHashMap<>();
    NamedValue.putAll(variables.list, map);
    return map;
  }

  @Override
  public Variables marshal(Map<String, String> map) {
    if (map == null || map.isEmpty()) {
      return null;
    }
    Variables variables = new Variables();
    variables.list.addAll(NamedValue.listOf(map));
    return variables;
  }

  static final class Variables {

    @XmlElement(name = "Variable")
    private final List<NamedValue> list = new ArrayList<>();
  }
}
