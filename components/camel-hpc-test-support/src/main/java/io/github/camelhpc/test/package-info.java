/** What the tests of the components share: nothing here is part of a component. */
package io.github.camelhpc.test;
