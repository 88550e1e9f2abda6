package dev.signalbox.hardware.pwm;

import dev.signalbox.boards.ports.PwmOutput;
import java.util.Optional;

/** One line of a bank, as boards see it. Thread: any. */
final class SoftPwmOutput implements PwmOutput {
  private final PwmSchedule schedule;
  private final Bank bank;
  private final int line;

  SoftPwmOutput(PwmSchedule schedule, Bank bank, int line) {
    this.schedule = schedule;
    this.bank = bank;
    this.line = line;
  }

  @Override
  public void set(int percent) {
    if (bank.set(line, percent)) {
      schedule.wake();
    }
  }

  @Override
  public void onFaultChange(Runnable told) {
    bank.bell(line).onFaultChange(told);
  }

  @Override
  public Optional<String> fault() {
    return bank.bell(line).fault();
  }

  @Override
  public void close() {
    schedule.close(bank, line);
  }
}
