/**
 * One call of a service: the request is built, authorised, sent, and repeated where that is safe; a
 * fault becomes an exception. Knows HTTP, and nothing of routes.
 */
package io.github.camelhpc.support.http;
