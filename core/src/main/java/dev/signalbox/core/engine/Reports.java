package dev.signalbox.core.engine;

import dev.signalbox.core.model.Report;
import java.util.List;

/** Where the threads of a driver hand in what they observed. */
public interface Reports {
  /**
   * Hands in what belongs together; it becomes one batch. Never blocks. Thread: any.
   *
   * @return false if the engine is too far behind to take it: observe again and hand in what is so
   *     then
   */
  boolean offer(List<Report> reports);
}
