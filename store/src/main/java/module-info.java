import org.jspecify.annotations.NullMarked;

/**
 * What is kept over a restart, in an embedded database.
 *
 * <p>Stands at the end of the stream of changes, like a client: it is never waited for, and takes
 * what is new when it gets to it.
 */
@NullMarked
module dev.signalbox.store {
  requires static org.jspecify;
  requires transitive dev.signalbox.core;
  requires com.h2database.mvstore;

  // Settings that were made while the hub ran: opening, loading, following.
  exports dev.signalbox.store;
}
