/** Finds mistakes in the use of the Kamelets of this jar. */
package io.github.camelhpc.kamelets;
