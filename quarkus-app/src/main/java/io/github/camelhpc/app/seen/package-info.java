/** What consumers have completed, remembered in a database for routes to use as {@code #seen}. */
package io.github.camelhpc.app.seen;
