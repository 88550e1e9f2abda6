package dev.signalbox.hardware.figures;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** As many programs that never rest as there are processors. They end by themselves, if need be. */
final class BusyLoops implements AutoCloseable {
  private static final String LONGEST_SECONDS = "120";

  private final List<Process> programs = new ArrayList<>();

  private BusyLoops() {}

  static BusyLoops none() {
    return new BusyLoops();
  }

  static BusyLoops onEveryProcessor() throws IOException {
    BusyLoops loops = new BusyLoops();
    for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
      loops.programs.add(
          new ProcessBuilder("timeout", LONGEST_SECONDS, "sh", "-c", "while :; do :; done")
              .start());
    }
    return loops;
  }

  @Override
  public void close() {
    programs.forEach(Process::destroy);
    programs.forEach(program -> program.onExit().join());
  }
}
