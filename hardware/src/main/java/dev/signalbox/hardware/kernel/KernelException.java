package dev.signalbox.hardware.kernel;

import dev.signalbox.core.engine.DriverFault;

/**
 * The kernel refused a call. The message is a sentence for people: what it was about, what is
 * wrong, and how to mend it where that is known.
 */
public final class KernelException extends DriverFault {
  private static final long serialVersionUID = 1;

  /** The call: {@code open}, {@code GPIO_V2_GET_LINE}. */
  private final String call;

  private final int errno;

  private KernelException(String message, String call, int errno) {
    super(message);
    this.call = call;
    this.errno = errno;
  }

  /**
   * An error in the kernel's own words.
   *
   * @param subject what it is about: a path, a line
   * @param errno the number, as {@code errno(3)} has it
   */
  public static KernelException of(String subject, String call, int errno) {
    Errno known = Errno.of(errno);
    String meaning = known == Errno.OTHER ? known.meaning() + " " + errno : known.meaning();
    return new KernelException(subject + ": " + meaning + " (" + call + ")", call, errno);
  }

  /** The same error in better words. */
  public KernelException saying(String message) {
    KernelException better = new KernelException(message, call, errno);
    better.initCause(this);
    return better;
  }

  /** The call that failed: {@code open}, {@code GPIO_V2_GET_LINE}. */
  public String call() {
    return call;
  }

  /** The error's number on this system. */
  public int errno() {
    return errno;
  }

  /** The error, by which to tell one from another. */
  public Errno error() {
    return Errno.of(errno);
  }

  /** The error's name: {@code EBUSY}; of one without a name here, {@code errno 123}. */
  public String errnoName() {
    return error() == Errno.OTHER ? "errno " + errno : error().name();
  }
}
