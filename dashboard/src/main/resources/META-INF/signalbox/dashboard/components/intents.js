/** The outcome of what was not even sent. */
export const NOT_CONNECTED = Object.freeze({
  accepted: false,
  problem: {
    type: "urn:signalbox:client:not-connected",
    title: "Not connected",
    status: 0,
    detail: "There is no connection to the hub. Nothing was sent.",
  },
});

/**
 * What a person wants is sent only while the page shows the truth; a click on a page that looks
 * stale must not switch something seconds later.
 */
export function ifLive(hub, command) {
  return hub.connection.state === "live" ? command() : Promise.resolve(NOT_CONNECTED);
}
