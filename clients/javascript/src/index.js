export { Hub } from "./hub.js";
export { chaseOf, lit, nextStep } from "./effects.js";
