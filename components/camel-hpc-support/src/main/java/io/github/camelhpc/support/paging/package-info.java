/** Lists that come in pages, read lazily. */
package io.github.camelhpc.support.paging;
