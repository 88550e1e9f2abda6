import { svg } from "lit";

/*
 * A digit of seven segments, by their usual letters:
 *
 *    aaa
 *   f   b
 *    ggg
 *   e   c
 *    ddd
 */
const SHAPES = {
  a: "15,7 20,2 44,2 49,7 44,12 20,12",
  b: "51,9 56,14 56,44 51,49 46,44 46,14",
  c: "51,51 56,56 56,86 51,91 46,86 46,56",
  d: "15,93 20,88 44,88 49,93 44,98 20,98",
  e: "13,51 18,56 18,86 13,91 8,86 8,56",
  f: "13,9 18,14 18,44 13,49 8,44 8,14",
  g: "15,50 20,45 44,45 49,50 44,55 20,55",
};

const LIT = {
  0: "abcdef",
  1: "bc",
  2: "abged",
  3: "abgcd",
  4: "fgbc",
  5: "afgcd",
  6: "afgedc",
  7: "abc",
  8: "abcdefg",
  9: "abfgcd",
  "-": "g",
  _: "d",
  "=": "gd",
  "°": "abfg",
  " ": "",
  A: "abcefg",
  B: "cdefg",
  C: "adef",
  D: "bcdeg",
  E: "adefg",
  F: "aefg",
  G: "acdef",
  H: "bcefg",
  I: "ef",
  J: "bcde",
  L: "def",
  N: "ceg",
  O: "cdeg",
  P: "abefg",
  Q: "abcfg",
  R: "eg",
  S: "acdfg",
  T: "defg",
  U: "bcdef",
  V: "cde",
  Y: "bcdfg",
};

const DIGIT_WIDTH = 68;

/** The text in seven segments, one digit for each character; what has no shape stays dark. */
export function segments(text) {
  const characters = [...text];
  return svg`<svg viewBox="0 0 ${Math.max(1, characters.length) * DIGIT_WIDTH + 14} 100" aria-hidden="true" focusable="false">
    <g transform="skewX(-5) translate(10)">${characters.map(digit)}</g>
  </svg>`;
}

function digit(character, place) {
  const lit = LIT[character] ?? LIT[character.toUpperCase()] ?? "";
  return svg`<g transform="translate(${place * DIGIT_WIDTH})">
    ${Object.entries(SHAPES).map(([name, points]) => svg`<polygon class=${lit.includes(name) ? "lit" : "dark"} points=${points} />`)}
  </g>`;
}
