package dev.signalbox.hardware.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.signalbox.hardware.CProgram;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ErrnoTest {
  /** All that programs see; ENOTSUPP is in no header of theirs. */
  private static List<Errno> inHeaders() {
    return Stream.of(Errno.values())
        .filter(errno -> errno != Errno.OTHER && errno != Errno.ENOTSUPP)
        .toList();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void numbers_areThoseOfTheHeader(@TempDir Path folder) throws Exception {
    Map<String, Long> numbers =
        inHeaders().stream().collect(Collectors.toMap(Errno::name, errno -> (long) errno.number()));

    assertEquals(
        numbers,
        CProgram.values(
            folder, List.of("errno.h"), inHeaders().stream().map(Errno::name).toList()));
  }

  @Test
  void exception_saysWhatItIsAboutAndWhatFailed() {
    KernelException busy = KernelException.of("/dev/thing", "open", 16);

    assertEquals("open", busy.call());
    assertEquals(16, busy.errno());
    assertEquals("EBUSY", busy.errnoName());
    assertEquals("/dev/thing: in use (open)", busy.getMessage());
  }

  @Test
  void exception_ofAnErrorWithoutAName_saysItsNumber() {
    KernelException odd = KernelException.of("/dev/thing", "ioctl", 4_711);

    assertEquals("errno 4711", odd.errnoName());
    assertEquals("/dev/thing: unknown error 4711 (ioctl)", odd.getMessage());
    assertSame(Errno.OTHER, odd.error());
  }

  @Test
  void exception_inBetterWords_isTheSameError() {
    KernelException better = KernelException.of("/dev/thing", "open", 13).saying("ask the owner");

    assertEquals("ask the owner", better.getMessage());
    assertEquals("open", better.call());
    assertSame(Errno.EACCES, better.error());
  }
}
