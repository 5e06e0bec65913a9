/** The roles of Camel that the components share: component, endpoint, producer, consumer. */
package io.github.camelhpc.support.camel;
