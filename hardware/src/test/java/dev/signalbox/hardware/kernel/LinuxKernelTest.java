package dev.signalbox.hardware.kernel;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.hardware.Allocation;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The real calls, on files of the test's own. */
@EnabledOnOs(OS.LINUX)
class LinuxKernelTest {
  private static final long FIONREAD = 0x541b;
  private static final byte[] TEXT = {1, 2, 3, 4, 5};

  @TempDir private Path folder;

  private final Kernel kernel = Kernel.ofLinux();
  private final Arena arena = Arena.ofConfined();

  @AfterEach
  void close() {
    arena.close();
  }

  private int openFile() throws IOException {
    return kernel.open(Files.write(folder.resolve("file"), TEXT).toString(), Kernel.READ_WRITE);
  }

  @Test
  void open_ofWhatIsNotThere_saysSo() {
    String missing = folder.resolve("missing").toString();
    KernelException refused =
        assertThrows(KernelException.class, () -> kernel.open(missing, Kernel.READ_WRITE));

    assertEquals("open", refused.call());
    assertSame(Errno.ENOENT, refused.error());
    assertEquals(missing + ": no such file or device (open)", refused.getMessage());
  }

  @Test
  void read_givesWhatIsThereAndThenNothing() throws IOException {
    int fd = openFile();
    MemorySegment into = arena.allocate(16);

    assertEquals(TEXT.length, kernel.read(fd, into, 16));
    assertArrayEquals(TEXT, into.asSlice(0, TEXT.length).toArray(JAVA_BYTE));
    assertEquals(0, kernel.read(fd, into, 16));
    kernel.close(fd);
  }

  @Test
  void read_ofMoreThanFits_isNotTried() throws IOException {
    int fd = openFile();
    MemorySegment small = arena.allocate(4);

    assertThrows(IllegalArgumentException.class, () -> kernel.read(fd, small, 5));
    kernel.close(fd);
  }

  @Test
  void ioctl_handsOverItsArgument() throws IOException {
    int fd = openFile();
    MemorySegment left = arena.allocate(JAVA_INT);

    assertEquals(0, kernel.ioctl(fd, "FIONREAD", FIONREAD, left));
    assertEquals(TEXT.length, left.get(JAVA_INT, 0));
    kernel.close(fd);
  }

  @Test
  void ioctl_ofSomethingElse_isNamed() throws IOException {
    int fd = openFile();
    MemorySegment info = arena.allocate(68, 8);
    KernelException refused =
        assertThrows(
            KernelException.class, () -> kernel.ioctl(fd, "GPIO_GET_CHIPINFO", 0x8044b401L, info));

    assertEquals("GPIO_GET_CHIPINFO", refused.call());
    assertSame(Errno.ENOTTY, refused.error());
    kernel.close(fd);
  }

  @Test
  void close_freesTheDescriptor() throws IOException {
    int fd = openFile();
    kernel.close(fd);

    assertSame(
        Errno.EBADF,
        assertThrows(KernelException.class, () -> kernel.read(fd, arena.allocate(1), 1)).error());
  }

  @Test
  void poll_ofABell_isReadableOnceItWasRung() {
    int bell = kernel.bell();
    assertFalse(kernel.poll(bell, 0));

    kernel.ring(bell);
    kernel.ring(bell);

    assertTrue(kernel.poll(bell, 0));
    assertTrue(kernel.poll(bell, -1));
    kernel.close(bell);
  }

  @Test
  void poll_withoutEnd_endsByTheBell() throws Exception {
    int silent = kernel.bell();
    int bell = kernel.bell();
    CompletableFuture<Boolean> readable = new CompletableFuture<>();
    Thread waiting =
        Thread.ofPlatform().start(() -> readable.complete(kernel.poll(silent, bell, -1)));
    kernel.ring(bell);

    assertFalse(readable.get(60, TimeUnit.SECONDS), "the bell is not what was waited for");
    assertTrue(waiting.join(Duration.ofSeconds(60)));
    kernel.close(silent);
    kernel.close(bell);
  }

  @Test
  void poll_ofAClosedDescriptor_leavesItToTheRead() throws IOException {
    int fd = openFile();
    kernel.close(fd);

    assertTrue(kernel.poll(fd, 0));
  }

  @Test
  void nanoTime_isTheKernelsMonotonicClock() throws Throwable {
    MemorySegment time = arena.allocate(16, 8);
    MethodHandle clock = clockGettime();
    long before = System.nanoTime();
    int failed = (int) clock.invokeExact(1, time);
    long after = System.nanoTime();

    assertEquals(0, failed);
    long nanos = time.get(JAVA_LONG, 0) * 1_000_000_000 + time.get(JAVA_LONG, 8);
    assertTrue(before <= nanos && nanos <= after, () -> before + ", " + nanos + ", " + after);
  }

  @SuppressWarnings("restricted")
  private static MethodHandle clockGettime() {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow("clock_gettime"),
        FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));
  }

  @Test
  void calls_allocateNothing() throws IOException {
    int fd = openFile();
    MemorySegment left = arena.allocate(JAVA_INT);

    Allocation.assertNone(() -> {
      kernel.ioctl(fd, "FIONREAD", FIONREAD, left);
      kernel.read(fd, left, 0);
      kernel.poll(fd, 0);
    });
    kernel.close(fd);
  }
}
