import "./boards.test.js";
import "./clock.test.js";
import "./commands.test.js";
import "./connection.test.js";
import "./effects.test.js";
import "./following.test.js";
import "./malformed.test.js";
import "./rest.test.js";
import { runAll } from "./harness.js";

const results = await runAll();
const failures = results.filter(({ fault }) => fault !== undefined);
const list = document.getElementById("failures");
for (const { name, fault } of failures) {
  const item = document.createElement("li");
  item.textContent = `${name}: ${fault.stack ?? fault}`;
  list.append(item);
}
const summary = `${results.length - failures.length} passed, ${failures.length} failed`;
document.getElementById("summary").textContent = summary;
document.documentElement.dataset.result = summary;
