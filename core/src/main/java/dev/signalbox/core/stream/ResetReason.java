package dev.signalbox.core.stream;

import java.util.Locale;

/** Why a stream can't go on where the client left off. */
public enum ResetReason {
  /** The id is of another run of the hub. */
  EPOCH,
  /** What happened since then is no longer known. */
  TOO_OLD,
  /** The id is none, or of the future. */
  MALFORMED_ID;

  /** As the protocol spells it. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
