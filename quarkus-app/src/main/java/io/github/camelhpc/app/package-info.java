/** The application: what its routes, in {@code camel/*.yaml}, cannot say. */
package io.github.camelhpc.app;
