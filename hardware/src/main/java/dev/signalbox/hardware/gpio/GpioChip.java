package dev.signalbox.hardware.gpio;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.signalbox.hardware.kernel.Errno;
import dev.signalbox.hardware.kernel.Kernel;
import dev.signalbox.hardware.kernel.KernelException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A chip, open. What was requested of it stays when it is closed. Thread: one at a time.
 *
 * <p>All calls throw {@link KernelException}.
 */
public final class GpioChip implements AutoCloseable {
  private final Kernel kernel;
  private final String path;
  private final int fd;
  private final ChipInfo info;

  private GpioChip(Kernel kernel, String path, int fd) {
    this.kernel = kernel;
    this.path = path;
    this.fd = fd;
    info = readInfo();
  }

  /**
   * Opens a chip.
   *
   * @param path {@code /dev/gpiochip0}
   */
  public static GpioChip open(Kernel kernel, String path) {
    try {
      int fd = kernel.open(path, Kernel.READ_WRITE);
      try {
        return new GpioChip(kernel, path, fd);
      } catch (RuntimeException refused) {
        kernel.close(fd);
        throw refused;
      }
    } catch (KernelException refused) {
      throw GpioFaults.ofChip(path, refused);
    }
  }

  private ChipInfo readInfo() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment struct = arena.allocate(GpioV2.CHIP_INFO_BYTES, Long.BYTES);
      kernel.ioctl(fd, "GPIO_GET_CHIPINFO", GpioV2.CHIP_INFO, struct);
      return new ChipInfo(
          GpioV2.name(struct, GpioV2.CHIP_NAME),
          GpioV2.name(struct, GpioV2.CHIP_LABEL),
          struct.get(JAVA_INT, GpioV2.CHIP_LINES));
    }
  }

  /** What it was opened by. */
  public String path() {
    return path;
  }

  /** What it is. */
  public ChipInfo info() {
    return info;
  }

  /**
   * A line as it is now.
   *
   * @throws IllegalArgumentException if there is none of that number
   */
  public LineInfo line(int offset) {
    requireLine(offset);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment struct = arena.allocate(GpioV2.LINE_INFO_BYTES, Long.BYTES);
      struct.set(JAVA_INT, GpioV2.INFO_OFFSET, offset);
      kernel.ioctl(fd, "GPIO_V2_GET_LINEINFO", GpioV2.LINE_INFO, struct);
      return LineInfoStruct.lineInfo(struct);
    } catch (KernelException refused) {
      throw GpioFaults.ofLineInfo(info.name() + " line " + offset, refused);
    }
  }

  /** All lines as they are now. */
  public List<LineInfo> lines() {
    return IntStream.range(0, info.lines()).mapToObj(this::line).toList();
  }

  private void requireLine(int offset) {
    if (offset < 0 || offset >= info.lines()) {
      throw new IllegalArgumentException(
          "line " + offset + " of " + info.name() + " must be 0 to " + (info.lines() - 1));
    }
  }

  /**
   * Takes lines for use.
   *
   * @throws IllegalArgumentException if there is none of a number
   */
  public Lines request(LinesRequest request) {
    request.offsets().forEach(this::requireLine);
    String shown = shown(request);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment struct = arena.allocate(GpioV2.REQUEST_BYTES, Long.BYTES);
      fill(struct, request);
      kernel.ioctl(fd, "GPIO_V2_GET_LINE", GpioV2.GET_LINE, struct);
      int lines = struct.get(JAVA_INT, GpioV2.REQUEST_FD);
      return new RequestedLines(kernel, lines, shown, request.offsets());
    } catch (KernelException refused) {
      throw GpioFaults.ofRequest(info.name(), shown, taken(request, refused), refused);
    }
  }

  private String shown(LinesRequest request) {
    return request.offsets().stream()
        .map(offset -> line(offset).shown())
        .collect(Collectors.joining(", ", info.name() + " ", ""));
  }

  private List<LineInfo> taken(LinesRequest request, KernelException refused) {
    return refused.error() == Errno.EBUSY
        ? request.offsets().stream().map(this::line).filter(LineInfo::used).toList()
        : List.of();
  }

  private static void fill(MemorySegment struct, LinesRequest request) {
    for (int i = 0; i < request.offsets().size(); i++) {
      struct.set(JAVA_INT, GpioV2.REQUEST_OFFSETS + 4L * i, request.offsets().get(i));
    }
    byte[] consumer = request.consumer().getBytes(StandardCharsets.UTF_8);
    MemorySegment.copy(
        MemorySegment.ofArray(consumer), 0, struct, GpioV2.REQUEST_CONSUMER, consumer.length);
    MemorySegment config = new LineSetup(request.each()).asIs();
    MemorySegment.copy(config, 0, struct, GpioV2.REQUEST_CONFIG, GpioV2.CONFIG_BYTES);
    struct.set(JAVA_INT, GpioV2.REQUEST_NUM_LINES, request.offsets().size());
    struct.set(JAVA_INT, GpioV2.REQUEST_EVENT_BUFFER, request.eventBuffer());
  }

  @Override
  public void close() {
    kernel.close(fd);
  }
}
