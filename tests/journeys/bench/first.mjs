// A letter beside the same text as plain HTML: how soon each is painted, what moves, how long the page is busy. In turns,
// on a slow network (1.6 Mbit/s, 150 ms) and at a quarter of the processor's speed.
import { readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { KB, median, most, ratios, spread, told } from "./figures.mjs";
import { taken } from "./memory.mjs";
import { slow } from "./slow.mjs";

/** The same text and style sheet, and nothing that opens, runs or describes. */
function plain(html) {
  const cut = (html, from, to) => {
    const at = html.indexOf(from);
    return at < 0 ? html : html.slice(0, at) + html.slice(html.indexOf(to, at));
  };
  const without = cut(cut(html, '<div class="popovers">', "</main>"), '<script type="application/ld+json">', "\n<link rel=\"icon\"");
  return without.replace(/<script [^>]*><\/script>\n/g, "").replace(/ interestfor="[^"]*"/g, "").replace(/<meta (property|name="(citation|dcterms))[^>]*>\n?/g, "");
}

/** Put into the page before all else. */
function watch() {
  window.seen = { shift: 0, tasks: [], largest: 0 };
  const see = (type, act) => new PerformanceObserver((list) => list.getEntries().forEach(act)).observe({ type, buffered: true });
  see("layout-shift", (entry) => entry.hadRecentInput || (window.seen.shift += entry.value));
  see("longtask", (entry) => window.seen.tasks.push({ start: entry.startTime, length: entry.duration }));
  see("largest-contentful-paint", (entry) => (window.seen.largest = entry.startTime));
}

async function once(browser, address, ready) {
  const { context, page } = await slow(browser);
  await page.addInitScript(watch);
  await page.goto(address);
  if (ready) await page.locator("html[data-ready]").waitFor();
  await page.waitForTimeout(1000);
  // On a busy machine a page is loaded long before it is painted.
  await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0 && window.seen.largest > 0);
  const seen = await page.evaluate(() => ({
    ...window.seen,
    first: performance.getEntriesByName("first-contentful-paint")[0].startTime,
    bytes: [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")].reduce((sum, request) => sum + request.transferSize, 0),
  }));
  const memory = await taken(browser);
  await context.close();
  const blocked = seen.tasks.reduce((sum, task) => sum + Math.max(0, task.length - 50), 0);
  // What begins before the first paint is the browser's: to read the page and to lay it out, as with any page.
  const later = Math.max(0, ...seen.tasks.filter((task) => task.start >= seen.first).map((task) => task.length));
  return { ...seen, memory, blocked, later, longest: Math.max(0, ...seen.tasks.map((task) => task.length)) };
}

/** The longest letter of a site. */
function longest(site) {
  const letters = readdirSync(join(site, "letters")).map((name) => `letters/${name}/`);
  const size = (path) => statSync(join(site, path, "index.html")).size;
  return letters.reduce((long, path) => (size(path) > size(long) ? path : long));
}

/** Measures the longest letter of a site. */
export async function first(browser, site, address, rounds, name) {
  const path = longest(site);
  const html = readFileSync(join(site, path, "index.html"), "utf8");
  const bare = plain(html);
  writeFileSync(join(site, path, "plain.html"), bare);
  const weight = (text) => brotliCompressSync(text).length / KB;
  told(name, `${(html.length / KB).toFixed(0)} KB, ${weight(html).toFixed(1)} KB brotli; its text as plain HTML ${(bare.length / KB).toFixed(0)} KB, ${weight(bare).toFixed(1)} KB brotli`);
  const [ours, theirs] = [[], []];
  // The first visit waits until the server has compressed everything.
  await once(browser, `${address}/${path}`, true);
  await once(browser, `${address}/${path}plain.html`, false);
  for (let round = 0; round < rounds; round += 1) {
    theirs.push(await once(browser, `${address}/${path}plain.html`, false));
    ours.push(await once(browser, `${address}/${path}`, true));
  }
  const of = (visits, what) => visits.map((visit) => visit[what]);
  for (const [what, said] of [["first", "first paint"], ["largest", "largest paint"]]) {
    const ratio = ratios(of(ours, what), of(theirs, what));
    most(`${said} of it, to plain HTML`, median(ratio), "", 1.1, spread(ratio, 2), 2);
  }
  most("layout shift of it", median(of(ours, "shift")), "", 0, `plain HTML ${median(of(theirs, "shift")).toFixed(3)}`, 3);
  most("longest task from its first paint until it answers, 4x slower", median(of(ours, "later")), " ms", 50, `${spread(of(ours, "later"))}; before it ${median(of(ours, "longest")).toFixed(0)} ms, plain HTML ${median(of(theirs, "longest")).toFixed(0)} ms`);
  const limit = Math.ceil(median(of(theirs, "blocked")) * 1.1);
  most("blocking time of it, 4x slower", median(of(ours, "blocked")), " ms", limit, spread(of(ours, "blocked")));
  const held = ratios(of(ours, "memory"), of(theirs, "memory"));
  most("memory of its renderer with the program, to plain HTML", median(held), "", 1.5, spread(held, 2), 2);
  told("all bytes of it", `${(median(of(ours, "bytes")) / KB).toFixed(0)} KB, with the font and the program`);
}
