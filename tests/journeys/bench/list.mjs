// The list of letters: until it stands, and what a reader does with it.
import { KB, median, most, ratios, spread, told } from "./figures.mjs";
import { scroll } from "./scroll.mjs";
import { visit } from "./visit.mjs";

const SLOWDOWN = 4;
const ROWS = ".letters__year li";
const ALL = "html[data-ready] .letters__rows:not([aria-busy]) .letters__year li";

/** From the address to all rows: the list of many letters beside the list of few, in turns. */
export async function standing(browser, few, many, rounds) {
  const full = { few: [], many: [] };
  const slow = { few: [], many: [] };
  // The first visit of a site waits until the server has compressed it.
  for (const address of [few, many]) await (await visit(browser, `${address}/`, { rows: ROWS })).close();
  for (let round = 0; round < rounds; round += 1) {
    for (const [of, address] of [["few", few], ["many", many]]) {
      const fast = await visit(browser, `${address}/`, { rows: ROWS, all: ALL });
      await fast.close();
      full[of].push(fast);
      const slowed = await visit(browser, `${address}/`, { rows: ROWS }, SLOWDOWN);
      await slowed.close();
      slow[of].push(slowed);
    }
  }
  const paints = (visits) => visits.map((visited) => visited.paint);
  const rows = (visits) => visits.map((visited) => visited.stood.rows);
  const bytes = (visits, how = "bytes") => visits.map((visited) => visited[how].rows);
  const first = ratios(paints(full.many), paints(full.few));
  const ms = (figures) => `${median(figures).toFixed(0)} ms (${spread(figures)})`;
  most("first paint of the list, 10,000 to 100 letters", median(first), "", 1.1, `${spread(first, 2)}; ${ms(paints(full.many))} to ${ms(paints(full.few))}`, 2);
  const stood = ratios(rows(full.many), rows(full.few));
  told("first rows stand, 10,000 to 100 letters", `${median(stood).toFixed(2)}, ${spread(stood, 2)}; ${ms(rows(full.many))} to ${ms(rows(full.few))}`);
  told(`the same at ${SLOWDOWN}x slowdown`, `${ms(rows(slow.many))} to ${ms(rows(slow.few))}`);
  told("all rows stand, of 10,000 and of 100 letters", `${ms(full.many.map((visited) => visited.stood.all))} and ${ms(full.few.map((visited) => visited.stood.all))}`);
  const weight = ratios(bytes(full.many), bytes(full.few));
  most("bytes until the list stands, 10,000 to 100 letters", median(weight), "", 1.2, `${(median(bytes(full.many)) / KB).toFixed(0)} KB to ${(median(bytes(full.few)) / KB).toFixed(0)} KB; were nothing compressed by the host ${median(ratios(bytes(full.many, "plain"), bytes(full.few, "plain"))).toFixed(3)}`, 3);
  const tasks = (visits, until) => visits.map((visited) => visited.longest[until]);
  for (const [until, name] of [["rows", "the first rows stand"], ["all", "all rows are there"]]) {
    const many = tasks(full.many, until);
    most(`longest task until ${name}, 10,000 letters`, median(many), " ms", 50, `${spread(many)}; of 100 letters ${ms(tasks(full.few, until))}`);
  }
  told(`longest task until the first rows stand, at ${SLOWDOWN}x slowdown`, `${ms(tasks(slow.many, "rows"))}; of 100 letters ${ms(tasks(slow.few, "rows"))}`);
}

/** Scrolling with all rows there, each time in a page of its own: what was laid out once is laid out sooner. */
export async function scrolling(browser, many, rounds) {
  const [longest, middle] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    const { page, slow, close } = await visit(browser, `${many}/`, { all: ALL });
    await slow(SLOWDOWN);
    const frames = await page.evaluate(scroll);
    longest.push(Math.max(...frames));
    middle.push(median(frames));
    await close();
  }
  most(`scrolling to the end in 40 steps, longest frame, at ${SLOWDOWN}x slowdown`, median(longest), " ms", 100, `${spread(longest)}; median frame ${median(middle).toFixed(0)} ms`);
}

/** Filters and orders with all rows there. */
export async function choosing(browser, many, rounds) {
  const { page, slow, close } = await visit(browser, `${many}/`, { all: ALL });
  const settled = async () => {
    await slow(1);
    await page.locator(".letters__rows:not([aria-busy])").waitFor();
    await page.waitForTimeout(100);
    await slow(SLOWDOWN);
  };
  for (const [what, name] of [["year", "year"], ["sender", "from"], ["order", "sort"]]) {
    const [opened, chosen, cleared] = [[], [], []];
    for (let round = 0; round < rounds; round += 1) {
      await settled();
      opened.push(await page.evaluate(open, name));
      await page.waitForTimeout(100);
      chosen.push(await page.evaluate(choose, [name, 1 + (round % 3)]));
      await settled();
      cleared.push(await page.evaluate(choose, [name, 0]));
    }
    told(`opening the choices (${what}), to the second frame, at ${SLOWDOWN}x slowdown`, `${median(opened).toFixed(0)} ms, ${spread(opened)}`);
    most(`choosing (${what}), to the second frame, at ${SLOWDOWN}x slowdown`, median(chosen), " ms", 100, spread(chosen));
    most(`taking the choice (${what}) back, likewise`, median(cleared), " ms", 100, spread(cleared));
  }
  await close();
}

/** In the page: what a reader does before choosing. The choices may be filled only then. */
async function open(name) {
  const field = document.querySelector(`select[name=${name}]`);
  document.activeElement?.blur();
  const began = performance.now();
  field.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
  field.focus({ preventScroll: true });
  await new Promise((frame) => requestAnimationFrame(() => requestAnimationFrame(frame)));
  return performance.now() - began;
}

/** In the page: chooses the first of the choices, or one of those with the most letters. */
async function choose([name, rank]) {
  const field = document.querySelector(`select[name=${name}]`);
  const letters = (option) => Number(/\((\d+)\)$/.exec(option.text)?.[1] ?? 0);
  const all = [...field.options].slice(1).sort((one, other) => letters(other) - letters(one));
  field.value = rank === 0 ? field.options[0].value : all[rank - 1].value;
  const began = performance.now();
  field.dispatchEvent(new Event("change", { bubbles: true }));
  await new Promise((frame) => requestAnimationFrame(() => requestAnimationFrame(frame)));
  return performance.now() - began;
}
