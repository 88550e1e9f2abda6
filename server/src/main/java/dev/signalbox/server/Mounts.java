package dev.signalbox.server;

import dev.signalbox.wire.dialect.Device;
import java.util.List;

/**
 * The dialects of a server.
 *
 * @param device what they tell of the machine
 */
public record Mounts(List<Mount> mounts, Device device) {
  /** No dialects. */
  public static final Mounts NONE = new Mounts(List.of(), Device.UNKNOWN);

  public Mounts {
    mounts = List.copyOf(mounts);
  }
}
