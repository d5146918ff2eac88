// Figures and their limits, one line each.

export const KB = 1024;
export const MB = 1024 * 1024;

let past = 0;

const sorted = (numbers) => [...numbers].sort((one, other) => one - other);

export function median(numbers) {
  const all = sorted(numbers);
  return (all[Math.floor((all.length - 1) / 2)] + all[Math.ceil((all.length - 1) / 2)]) / 2;
}

/** The least and the most, as in `12 to 15`. */
export function spread(numbers, digits = 0) {
  const all = sorted(numbers);
  return `${all[0].toFixed(digits)} to ${all.at(-1).toFixed(digits)}`;
}

/** Ratios of what was measured side by side, round by round: another program disturbs both or none. */
export const ratios = (those, these) => those.map((figure, round) => figure / these[round]);

/** A figure that may not be more than its limit. */
export function most(what, figure, unit, limit, more = "", digits = 0) {
  line(what, figure, unit, figure <= limit, `at most ${limit}`, more, digits);
}

/** A figure that may not be less than its limit. */
export function least(what, figure, unit, limit, more = "", digits = 0) {
  line(what, figure, unit, figure >= limit, `at least ${limit}`, more, digits);
}

function line(what, figure, unit, holds, limit, more, digits) {
  if (!holds) past += 1;
  console.log(`${holds ? "within" : "PAST  "}  ${what}: ${figure.toFixed(digits)}${unit} (${limit})${more && `; ${more}`}`);
}

/** A figure without a limit. */
export const told = (what, words) => console.log(`        ${what}: ${words}`);

/** Says how it went; the code to end with. */
export function verdict() {
  console.log(past === 0 ? "every figure is within its limit" : `figures past their limits: ${past}`);
  return past === 0 ? 0 : 1;
}
