/**
 * What SOA sessions and batches are told and tell: requests, responses, sessions, states and
 * faults. Plain Java; nothing here knows of Camel, of HTTP or of the wire formats.
 */
package io.github.camelhpc.hpcsoa.model;
