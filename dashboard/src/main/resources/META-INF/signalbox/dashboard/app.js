import { Hub } from "signalbox-client";
import "./components/page.js";

const hub = new Hub();

hub.on("connection", ({ state }) => {
  document.body.dataset.connection = state;
});
hub.on("trouble", (fault) => console.warn(fault));

window.addEventListener("online", () => hub.wake());
window.addEventListener("offline", () => hub.wake());
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") {
    hub.wake();
  }
});

window.signalbox = { hub };
document.querySelector("sb-page").hub = hub;
hub.connect();
