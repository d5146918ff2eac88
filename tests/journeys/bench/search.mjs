// Search beside Pagefind and MiniSearch, on the same plain text of the same letters: what is fetched, how soon there is an
// answer, how large the index is, and whether what is found is what a reader of all letters finds.
import { chromium } from "@playwright/test";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { ask, late, opened, served, withPieces } from "./ask.mjs";
import { minisearch, pagefind } from "./engines.mjs";
import { KB, least, median, most, ratios, spread, told, verdict } from "./figures.mjs";
import { plainLetters } from "./letters.mjs";
import { ours, timed } from "./ours.mjs";

const { LETTERBOOK, INDEX, SCHNITZLER, OUT, CHROMIUM, PEERS } = process.env;
const ROUNDS = 5;
/** How often each query is asked again whose files are here. */
const WARM = 5;
const letters = plainLetters(join(SCHNITZLER, "editions"));
const site = (name) => join(OUT, "search", name);

// ---- What is asked, and what a reader of all letters finds.

const fold = (text) => text.normalize("NFD").toLowerCase().replace(/\p{M}/gu, "").replace(/ß/g, "ss").replace(/æ/g, "ae").replace(/œ/g, "oe");
const words = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
const QUERIES = [
  ...["theater", "tagebuch", "berlin", "herzlich", "premiere", "sommer"].map((query) => ["term", query]),
  ...["berlin premiere", "wien sommer", "lieber freund", "brief gestern", "novelle gelesen", "herzlichst ihr"].map((query) => ["two", query]),
  ...["lieber freund", "mit herzlichen", "in den nächsten tagen", "ich habe", "auf wiedersehen"].map((query) => ["phrase", query]),
  ...["herzl", "theat", "schausp", "novell"].map((query) => ["prefix", query]),
  ...["semmering", "zigaretten", "fahrrad", "telephon"].map((query) => ["rare", query]),
  ...["grüße", "première", "höchst", "stück", "für"].map((query) => ["accent", query]),
];
const texts = letters.map(({ id, title, text }) => [id, words(`${title} ${text}`)]);
function truth(kind, query) {
  const wanted = words(query);
  const has = (all) => {
    if (kind === "phrase") return all.some((_, at) => wanted.every((word, next) => all[at + next] === word));
    if (kind === "prefix") return all.some((word) => word.startsWith(wanted[0]));
    return wanted.every((word) => all.includes(word));
  };
  return new Set(texts.filter(([, all]) => has(all)).map(([id]) => id));
}

// ---- In the browser.

async function fetchedBy(browser, engine) {
  const { tab, close, bytes } = await opened(browser, engine);
  await ask(tab, "term", "theater");
  const first = await bytes();
  for (const [kind, query] of [["term", "berlin"], ["two", "wien sommer"], ["rare", "semmering"], ["accent", "grüße"], ["term", "tagebuch"]]) await ask(tab, kind, query);
  const next = (await bytes()) - first;
  await close();
  return { first, next };
}

async function answersOf(browser, engine) {
  const { tab, close } = await opened(browser, engine, true);
  const first = (await ask(tab, "term", "theater")).time;
  const further = (await ask(tab, "term", "berlin")).time;
  await close();
  return { first, further };
}

async function qualityOf(browser, engine, as = (kind) => kind) {
  const { tab, close } = await opened(browser, engine);
  await tab.evaluate(() => (window.everything = true));
  const figures = { recall: [], precision: [], times: [] };
  for (const round of ["cold", ...Array(WARM).fill("warm")]) {
    for (const [kind, query] of QUERIES) {
      const { ids, time } = await ask(tab, as(kind), query);
      if (round === "warm") figures.times.push(time);
      if (round !== "cold") continue;
      const right = truth(kind, query);
      const both = ids.filter((id) => right.has(id)).length;
      figures.recall.push(right.size ? both / right.size : 1);
      figures.precision.push(ids.length ? both / ids.length : 1);
    }
  }
  await close();
  return figures;
}

const mean = (numbers) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

const engines = [ours(letters, LETTERBOOK, site("source"), site("letterbook")), pagefind(letters, PEERS, site("pagefind")), minisearch(letters, PEERS, site("minisearch"))];
const [us, finds, mini] = engines;
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
const close = await served(engines);
told("letters", `${letters.length}, ${(letters.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / KB).toFixed(0)} KB of text`);
const kb = (bytes) => `${(bytes / KB).toFixed(0)} KB`;
const [ourBytes, theirBytes] = [await fetchedBy(browser, us), await fetchedBy(browser, finds)];
most("fetched until ten titles stand, to Pagefind", ourBytes.first / theirBytes.first, "", 0.25, `${kb(ourBytes.first)} to ${kb(theirBytes.first)}`, 2);
const pieces = await withPieces(browser, us, ["term", "theater"]);
most("fetched until they stand with pieces, to Pagefind", pieces / theirBytes.first, "", 0.5, `${kb(pieces)} to ${kb(theirBytes.first)}`, 2);
most("fetched for the next five queries, to Pagefind", ourBytes.next / theirBytes.next, "", 0.2, `${kb(ourBytes.next)} to ${kb(theirBytes.next)}`, 2);
most("index with places, to Pagefind", us.index / finds.index, "", 0.8, `${kb(us.index)} to ${kb(finds.index)}`, 2);
most("index without places, to MiniSearch", us.words / mini.index, "", 0.64, `${kb(us.words)} to ${kb(mini.index)}`, 2);
const seconds = (time) => `${(time / 1000).toFixed(1)} s`;
const indexed = timed(() => execFileSync(INDEX, [site("source"), site("index")], { stdio: "ignore" }));
most("the index is built, from the letters, to Pagefind's", indexed / finds.build, "", 0.5, `${seconds(indexed)} to ${seconds(finds.build)}`, 2);
told("the whole edition is built, to Pagefind's index", (us.build / finds.build).toFixed(2));
const [ourFirst, theirFirst, ourNext, theirNext] = [[], [], [], []];
for (let round = 0; round < ROUNDS; round += 1) {
  const one = await answersOf(browser, us);
  const other = await answersOf(browser, finds);
  ourFirst.push(one.first) && theirFirst.push(other.first);
  ourNext.push(one.further) && theirNext.push(other.further);
}
const [first, further] = [ratios(ourFirst, theirFirst), ratios(ourNext, theirNext)];
most("first answer on slow 4G, to Pagefind", median(first), "", 0.35, spread(first, 2), 2);
most("a further answer, to Pagefind", median(further), "", 0.4, spread(further, 2), 2);
const quality = { ours: await qualityOf(browser, us), exact: await qualityOf(browser, us, (kind) => (["phrase", "prefix"].includes(kind) ? kind : "exact")), pagefind: await qualityOf(browser, finds), minisearch: await qualityOf(browser, mini) };
for (const [name, { recall, precision }] of Object.entries(quality)) told(`recall and precision, ${name}`, `${mean(recall).toFixed(2)} and ${mean(precision).toFixed(2)}`);
least("recall, words as typed", mean(quality.exact.recall), "", 1, "", 2);
least("precision, words as typed", mean(quality.exact.precision), "", 1, "", 2);
most("warm query, 95th of 100, to MiniSearch", late(quality.ours.times) / late(quality.minisearch.times), "", 1, `${late(quality.ours.times).toFixed(1)} ms`, 2);
await browser.close();
close();
process.exit(verdict());
