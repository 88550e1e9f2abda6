package dev.signalbox.bench.compare;

import java.io.IOException;
import java.io.PrintStream;

/** One question, and the measurements that answer it. */
interface Bench {
  /** By which it is asked for. */
  String name();

  /** What it finds out, in a sentence. */
  String question();

  /** Measures, and prints what came out. */
  void run(Ground ground, PrintStream out) throws IOException, InterruptedException;
}
