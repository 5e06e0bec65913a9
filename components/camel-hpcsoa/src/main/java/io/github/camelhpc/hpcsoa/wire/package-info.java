/**
 * The service's wire formats: streams of requests and responses, SOAP and generic, and the JSON and
 * XML of sessions, states and faults (facts/hpcsoa.md §2, §3, §4, §6). Strict in what is written,
 * lenient in what is read; nothing here knows of Camel or of HTTP.
 */
package io.github.camelhpc.hpcsoa.wire;
