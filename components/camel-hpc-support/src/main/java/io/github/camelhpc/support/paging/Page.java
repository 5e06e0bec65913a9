package io.github.camelhpc.support.paging;

import java.util.List;

/**
 * One page of a list.
 *
 * @param items the entries
 * @param next what asks for the following page, or null if this is the last
 * @param total how many entries there are in all pages, or null if the service does not say
 */
public record Page<T>(List<T> items, String next, Long total) {}
