import { svg } from "lit";

function icon(shape) {
  return svg`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">${shape}</svg>`;
}

export const pencil = icon(
  svg`<path d="M4 16l.8-3.4L13 4.4a1.4 1.4 0 0 1 2 0l.6.6a1.4 1.4 0 0 1 0 2L7.4 15.2z" />`,
);
export const plus = icon(svg`<path d="M10 4v12M4 10h12" />`);
export const cross = icon(svg`<path d="M5 5l10 10M15 5L5 15" />`);
export const rising = icon(svg`<path d="M10 16V5M5.5 9.5L10 5l4.5 4.5" />`);
export const falling = icon(svg`<path d="M10 4v11M5.5 10.5L10 15l4.5-4.5" />`);
export const warning = icon(svg`<path d="M10 3.2L17.6 16.4H2.4zM10 8v4M10 14.1v.2" />`);

/** A semaphore signal: the arm is raised for a clear line. */
export const semaphore = svg`
  <svg class="semaphore" viewBox="0 0 40 44" aria-hidden="true" focusable="false">
    <path class="post" d="M8 40h12M14 40V6" />
    <g class="arm"><path d="M11 8h27v9H11z" /><path class="stripe" d="M28 8h4l-2.4 4.5L32 17h-4l-2.4-4.5z" /></g>
    <circle class="lens" cx="14" cy="12.5" r="3.4" />
  </svg>`;
