import org.jspecify.annotations.NullMarked;

/**
 * The ground floor: what a board is, who may change it and how a change travels.
 *
 * <p>State flows one way: a driver's {@code Report} or a client's {@code Command} enters the {@code
 * StateEngine}, comes out as numbered {@code Change}s, and reaches everyone through the {@code
 * ChangeStream}. Nothing here knows of bytes, sockets, files or hardware; time is handed in. The
 * JDK is all it uses.
 */
@NullMarked
module dev.signalbox.core {
  requires static transitive org.jspecify;

  // What there is: boards, parts and their schemas; commands, reports and changes.
  exports dev.signalbox.core.model;

  // Who owns it: the single writer, the drivers behind boards, effects as functions of time.
  exports dev.signalbox.core.engine;

  // How it travels: the change log, snapshot then live, what changed since.
  exports dev.signalbox.core.stream;
}
