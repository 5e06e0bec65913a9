package io.github.camelhpc.simulators.hpcpack.rest;

/** A property as it goes over the wire: every value is a string (facts/hpcpack.md §2.1). */
record NameValue(String name, String value) {}
