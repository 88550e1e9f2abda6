package dev.signalbox.boards.ports;

/** A display that remembers what it shows. Thread: the engine's shows, any reads. */
public final class SimulatedDisplay implements SegmentDisplay {
  private record Face(String text, boolean on, int brightness) {}

  private volatile Face face = new Face("", false, 0);

  /** A display that shows nothing yet. */
  public SimulatedDisplay() {}

  @Override
  public void show(String text, boolean on, int brightness) {
    face = new Face(text, on, brightness);
  }

  /** What a person reads: nothing while the digits are not lit. */
  public String visible() {
    Face now = face;
    return now.on ? now.text : "";
  }

  /** 0 (dimmest) to 7. */
  public int brightness() {
    return face.brightness;
  }
}
