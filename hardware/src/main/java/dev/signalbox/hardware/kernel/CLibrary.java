package dev.signalbox.hardware.kernel;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The functions of the C library, with the sizes that its types have on a 64-bit Linux. Each stores
 * {@code errno} in its first argument, because the virtual machine may change it before Java could
 * ask.
 */
final class CLibrary {
  /** Where {@code errno} is stored. */
  static final StructLayout CALL_STATE = Linker.Option.captureStateLayout();

  private static final VarHandle ERRNO =
      CALL_STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

  /**
   * {@code open} and {@code ioctl} take further arguments after their second, by another calling
   * convention.
   */
  private static final Linker.Option VARIADIC = Linker.Option.firstVariadicArg(2);

  private static final MethodHandle OPEN =
      function("open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT), VARIADIC);
  private static final MethodHandle CLOSE =
      function("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  private static final MethodHandle IOCTL =
      function("ioctl", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS), VARIADIC);
  private static final MethodHandle READ =
      function("read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
  private static final MethodHandle WRITE =
      function("write", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
  private static final MethodHandle POLL =
      function("poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
  private static final MethodHandle EVENTFD =
      function("eventfd", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));

  private CLibrary() {}

  @SuppressWarnings("restricted")
  private static MethodHandle function(
      String name, FunctionDescriptor descriptor, Linker.Option... more) {
    Linker linker = Linker.nativeLinker();
    List<Linker.Option> options = new ArrayList<>(Arrays.asList(more));
    options.add(Linker.Option.captureCallState("errno"));
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow(name),
        descriptor,
        options.toArray(new Linker.Option[0]));
  }

  static int errno(MemorySegment state) {
    return (int) ERRNO.get(state, 0L);
  }

  static int open(MemorySegment errno, MemorySegment path, int flags) {
    try {
      return (int) OPEN.invokeExact(errno, path, flags);
    } catch (Throwable impossible) {
      throw unexpected(impossible);
    }
  }

  static int close(MemorySegment errno, int fd) {
    try {
      return (int) CLOSE.invokeExact(errno, fd);
    } catch (Throwable impossible) {
      throw unexpected(impossible);
    }
  }

  static int ioctl(MemorySegment errno, int fd, long request, MemorySegment argument) {
    try {
      return (int) IOCTL.invokeExact(errno, fd, request, argument);
    } catch (Throwable impossible) {
      throw unexpected(impossible);
    }
  }

  static long read(MemorySegment errno, int fd, MemorySegment into, long bytes) {
    try {
      return (long) READ.invokeExact(errno, fd, into, bytes);
    } catch (Throwable impossible) {
      throw unexpected(impossible);
    }
  }

  static long write(MemorySegment errno, int fd, MemorySegment from, long bytes) {
    try {
      return (long) WRITE.invokeExact(errno, fd, from, bytes);
    } catch (Throwable impossible) {
      throw unexpected(impossible);
    }
  }

  static int poll(MemorySegment errno, MemorySegment pollfds, long count, int timeoutMs) {
    try {
      return (int) POLL.invokeExact(errno, pollfds, count, timeoutMs);
    } catch (Throwable impossible) {
      throw unexpected(impossible);
    }
  }

  static int eventfd(MemorySegment errno, int count, int flags) {
    try {
      return (int) EVENTFD.invokeExact(errno, count, flags);
    } catch (Throwable impossible) {
      throw unexpected(impossible);
    }
  }

  /** The functions themselves throw nothing; an argument that can't be handed over does. */
  private static RuntimeException unexpected(Throwable thrown) {
    if (thrown instanceof RuntimeException runtime) {
      return runtime;
    }
    if (thrown instanceof Error error) {
      throw error;
    }
    return new IllegalStateException(thrown);
  }
}
