package dev.signalbox.hardware.kernel;

import java.util.Arrays;

/**
 * The errors of the kernel that hardware meets, by their numbers on Linux ({@code
 * asm-generic/errno.h}; x86, ARM and RISC-V have the same).
 */
public enum Errno {
  EPERM(1, "operation not permitted"),
  ENOENT(2, "no such file or device"),
  EINTR(4, "interrupted"),
  EIO(5, "input/output error"),
  ENXIO(6, "no such device or address"),
  EBADF(9, "not an open descriptor"),
  EAGAIN(11, "nothing there at the moment"),
  ENOMEM(12, "out of memory"),
  EACCES(13, "permission denied"),
  EFAULT(14, "bad address"),
  EBUSY(16, "in use"),
  EEXIST(17, "is there already"),
  ENODEV(19, "the device is gone"),
  EINVAL(22, "refused by the kernel as invalid"),
  EMFILE(24, "too many open files"),
  ENOTTY(25, "not a device of this kind"),
  EROFS(30, "read-only file system"),
  EPIPE(32, "the other end is closed"),
  EOPNOTSUPP(95, "not supported"),
  ETIMEDOUT(110, "timed out"),
  /** The kernel's own, which some GPIO drivers let out. */
  ENOTSUPP(524, "not supported by the chip"),
  /** Any other. */
  OTHER(0, "unknown error");

  private final int number;
  private final String meaning;

  Errno(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  /** The number; 0 for {@link #OTHER}. */
  public int number() {
    return number;
  }

  /** What it means, in words that can follow a colon. */
  public String meaning() {
    return meaning;
  }

  /** The error of that number, or {@link #OTHER}. */
  public static Errno of(int number) {
    return Arrays.stream(values())
        .filter(errno -> errno.number == number)
        .findFirst()
        .orElse(OTHER);
  }
}
