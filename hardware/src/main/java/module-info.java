import org.jspecify.annotations.NullMarked;

/**
 * What boards are wired to, through the Linux kernel's own interfaces: no daemon, no library of
 * somebody else's, nothing to compile.
 *
 * <p>All native access of Signalbox is here, behind one seam ({@code Kernel}), so that a test puts
 * a kernel of its own there. A call that fails is a {@code KernelException}, whose message tells
 * people what to do. Every port finds by itself what goes wrong with it between calls, tells of it,
 * and tries until it is well again. The program has to be started with {@code
 * --enable-native-access=dev.signalbox.hardware}.
 *
 * <p>The package {@code dev.signalbox.hardware} itself is internal: what all ports share.
 */
@NullMarked
module dev.signalbox.hardware {
  requires static transitive org.jspecify;
  requires transitive dev.signalbox.boards;
  requires transitive dev.signalbox.core;

  // The calls of the kernel, and what becomes of their errors.
  exports dev.signalbox.hardware.kernel;

  // Chips, lines, and the ports of boards on them.
  exports dev.signalbox.hardware.gpio;

  // Dimming, by the kernel where the pin can, by one timing thread where it can't.
  exports dev.signalbox.hardware.pwm;

  // The display of four digits, on two lines.
  exports dev.signalbox.hardware.tm1637;
}
