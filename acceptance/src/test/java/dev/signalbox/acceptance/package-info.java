/**
 * The whole program as its users meet it: started by its script, seen through real sockets and real
 * browsers. Nothing here knows the hub's inside.
 */
@NullMarked
package dev.signalbox.acceptance;

import org.jspecify.annotations.NullMarked;
