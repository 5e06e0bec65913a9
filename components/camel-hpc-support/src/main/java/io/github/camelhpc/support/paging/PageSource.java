package io.github.camelhpc.support.paging;

/** Reads one page of a list. */
@FunctionalInterface
public interface PageSource<T> {

  /**
   * @param continuation what the page before named as next, or null for the first page
   */
  Page<T> read(String continuation) throws Exception;
}
