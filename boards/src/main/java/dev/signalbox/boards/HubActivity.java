package dev.signalbox.boards;

/**
 * What the hub is busy with, for its own board. Each method returns at once. Thread: the engine's.
 */
public interface HubActivity {
  /** Open streams of Server-Sent Events. */
  int sseClients();

  /** Open WebSockets. */
  int webSocketClients();

  /** Messages sent to clients since the hub started. */
  long messagesSent();

  /** Changes since the hub started. */
  long changesMade();
}
