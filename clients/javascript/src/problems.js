/**
 * What a command ended as: `{accepted: true, part}` or `{accepted: false, problem}`. A problem is
 * RFC 9457's, `{type, title, status, detail, …}`; those that arose here have the status 0.
 */
export function accepted(content) {
  return { accepted: true, ...content };
}

export function refused(problem) {
  return {
    accepted: false,
    problem: { type: "about:blank", title: "Refused", status: 0, detail: "", ...problem },
  };
}

export function unanswered(seconds, sent) {
  return sent
    ? local(
        "unanswered",
        "No answer",
        `The hub did not answer within ${seconds} s. It may have done it all the same.`,
      )
    : local(
        "not-connected",
        "Not connected",
        `There was no connection to the hub for ${seconds} s. Nothing was sent.`,
      );
}

export function tooMany(limit) {
  return local("too-many", "Too many commands", `${limit} commands are waiting for an answer already.`);
}

export function closed() {
  return local("closed", "Closed", "The connection was closed before the hub answered.");
}

function local(name, title, detail) {
  return refused({ type: `urn:signalbox:client:${name}`, title, detail });
}
