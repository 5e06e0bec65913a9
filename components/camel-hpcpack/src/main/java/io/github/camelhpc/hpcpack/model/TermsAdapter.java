package io.github.camelhpc.hpcpack.model;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.adapters.XmlAdapter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a map as a list of {@code <Term><Name/><Value/></Term>}; nothing for an empty map. */
final class TermsAdapter extends XmlAdapter<TermsAdapter.Terms, Map<String, String>> {

  @Override
  public Map<String, String> unmarshal(Terms terms) {
    Map<String, String> map = new LinkedHashMap<>();
    NamedValue.putAll(terms.list, map);
    return map;
  }

  @Override
  public Terms marshal(Map<String, String> map) {
    if (map == null || map.isEmpty()) {
      return null;
    }
    Terms terms = new Terms();
    terms.list.addAll(NamedValue.listOf(map));
    return terms;
  }

  static final class Terms {

    @XmlElement(name = "Term")
    private final List<NamedValue> list = new ArrayList<>();
  }
}
