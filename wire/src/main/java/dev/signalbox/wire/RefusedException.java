package dev.signalbox.wire;

/** What a client sent can't be a command or a subscription; the problem says why. Stackless. */
public final class RefusedException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  /** A refusal with what the client is to be told. */
  public RefusedException(Problem problem) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
  }

  /** What the client is to be told. */
  public Problem problem() {
    return problem;
  }
}
