package dev.signalbox.hardware.fake;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.signalbox.hardware.fake.FakeKernel.Refused;
import dev.signalbox.hardware.kernel.Errno;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A chip, with lines that a test drives and watches. Thread: any. */
public final class FakeChip {
  private static final long GET_CHIPINFO = 0x8044b401L;
  private static final long GET_LINEINFO = 0xc100b405L;
  private static final long GET_LINE = 0xc250b407L;

  private final FakeKernel kernel;
  private final String name;
  private final String label;
  private final List<FakeLine> lines = new ArrayList<>();
  private final List<FakeLines> requests = new ArrayList<>();
  private int openError;
  private boolean gone;

  FakeChip(FakeKernel kernel, String name, String label, int lines) {
    this.kernel = kernel;
    this.name = name;
    this.label = label;
    for (int i = 0; i < lines; i++) {
      this.lines.add(new FakeLine(kernel, i));
    }
  }

  /** {@code /dev/gpiochip0}. */
  public String path() {
    return "/dev/" + name;
  }

  /** One of its lines. */
  public FakeLine line(int offset) {
    return lines.get(offset);
  }

  /** From now on nobody can open it; 0 ends that. */
  public void refuseOpen(int errno) {
    synchronized (kernel) {
      openError = errno;
    }
  }

  /** It is pulled out: whoever has lines of it is told. */
  public void vanish() {
    synchronized (kernel) {
      gone = true;
      requests.forEach(FakeLines::hangUp);
      requests.clear();
      kernel.stir();
    }
  }

  /** It is plugged in again; its lines belong to nobody. */
  public void comeBack() {
    synchronized (kernel) {
      gone = false;
      lines.forEach(FakeLine::free);
    }
  }

  boolean isGone() {
    return gone;
  }

  FakeKernel.Opened opened() {
    if (gone) {
      throw new Refused(Errno.ENOENT);
    }
    if (openError != 0) {
      throw new Refused(openError);
    }
    return this::ioctl;
  }

  private int ioctl(long request, MemorySegment argument) {
    if (gone) {
      throw new Refused(Errno.ENODEV);
    }
    if (request == GET_CHIPINFO) {
      chipInfo(argument);
    } else if (request == GET_LINEINFO) {
      lineInfo(argument);
    } else if (request == GET_LINE) {
      FakeLines made = FakeLines.request(kernel, this, argument);
      requests.add(made);
    } else {
      throw new Refused(Errno.EINVAL);
    }
    return 0;
  }

  private void chipInfo(MemorySegment info) {
    require(info, 68);
    write(info, 0, name);
    write(info, 32, label);
    info.set(JAVA_INT, 64, lines.size());
  }

  private void lineInfo(MemorySegment info) {
    require(info, 256);
    requireZero(info, 240, 256);
    FakeLine line = existing(info.get(JAVA_INT, 64));
    info.fill((byte) 0);
    line.describe(info);
  }

  FakeLine existing(int offset) {
    if (offset < 0 || offset >= lines.size()) {
      throw new Refused(Errno.EINVAL);
    }
    return lines.get(offset);
  }

  /** What is handed over must be as large as the kernel takes it to be. */
  static void require(MemorySegment struct, long bytes) {
    if (struct.byteSize() < bytes) {
      throw new AssertionError(struct + " is smaller than the " + bytes + " bytes of the kernel");
    }
  }

  static void requireZero(MemorySegment struct, long from, long to) {
    for (long at = from; at < to; at++) {
      if (struct.get(JAVA_BYTE, at) != 0) {
        throw new Refused(Errno.EINVAL);
      }
    }
  }

  static void write(MemorySegment struct, long at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int length = Math.min(bytes.length, 31);
    MemorySegment.copy(MemorySegment.ofArray(bytes), 0, struct, at, length);
  }
}
