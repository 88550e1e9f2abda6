package dev.signalbox.wire.dialect;

/** A machine on which nothing ever moves. */
record StillDevice() implements Device {
  @Override
  public Network network() {
    return new Network("9C:9C:1F:18:9E:BC", "192.168.1.100", "MyWiFi", "STA", 0);
  }

  @Override
  public Storage storage() {
    return new Storage(4000, 1000, 3000, 5000);
  }

  @Override
  public long uptimeMs() {
    return 123_456;
  }

  @Override
  public long freeHeap() {
    return 248_576;
  }

  @Override
  public String buildDate() {
    return "2025-11-20";
  }
}
