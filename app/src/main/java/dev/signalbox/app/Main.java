package dev.signalbox.app;

import dev.signalbox.app.cli.SignalboxCommand;
import dev.signalbox.app.run.StopSignals;

/** Where the program begins. */
public final class Main {
  private Main() {}

  /** Runs the command that {@code args} ask for, and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(SignalboxCommand.line(StopSignals::listen).execute(args));
  }
}
