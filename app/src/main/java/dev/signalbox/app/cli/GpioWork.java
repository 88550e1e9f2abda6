package dev.signalbox.app.cli;

import dev.signalbox.app.gpio.StopRequest;
import dev.signalbox.core.engine.DriverFault;
import dev.signalbox.hardware.gpio.GpioChips;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the commands for GPIO have in common. */
abstract class GpioWork implements Callable<Integer> {
  private final GpioWorld world;

  @Spec private @Nullable CommandSpec spec;

  GpioWork(GpioWorld world) {
    this.world = world;
  }

  /**
   * Does what the command is for.
   *
   * @return the exit code
   * @throws DriverFault if something can't be had or read
   * @throws IllegalArgumentException if an argument is wrong
   */
  abstract int work(GpioChips chips);

  @Override
  public final Integer call() {
    try {
      return work(world.chips().get());
    } catch (DriverFault fault) {
      return fail(fault);
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(line(), String.valueOf(wrong.getMessage()), wrong);
    }
  }

  /** Says what is wrong, and returns the exit code of that. */
  final int fail(DriverFault fault) {
    complain(String.valueOf(fault.getMessage()));
    return CommandLine.ExitCode.SOFTWARE;
  }

  /** Listens for Ctrl-C from now on. */
  final StopRequest stopRequest() {
    return StopRequest.listen(world.stop());
  }

  /** A line for people. */
  final void say(String text) {
    out().println(text);
    out().flush();
  }

  /** A line about what is wrong. */
  final void complain(String text) {
    line().getErr().println(text);
    line().getErr().flush();
  }

  /** Where lines for people go. */
  final PrintWriter out() {
    return line().getOut();
  }

  private CommandLine line() {
    if (spec == null) {
      throw new IllegalStateException("the command was not asked for by a command line");
    }
    return spec.commandLine();
  }
}
