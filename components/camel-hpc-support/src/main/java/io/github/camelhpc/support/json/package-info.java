/** JSON as the services write it and take it: streamed, bounded, without data binding. */
package io.github.camelhpc.support.json;
