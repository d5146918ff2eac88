// Editions of 10, 100 and 10,000 letters side by side: building them, and what a reader waits for. One line for each
// figure, with its limit; what is past a limit ends the run with 1. `ONLY=build,list` takes some parts alone.
import { chromium } from "@playwright/test";
import { existsSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";
import { built, catalogue, measured } from "./build.mjs";
import { KB, most, told, verdict } from "./figures.mjs";
import { first } from "./first.mjs";
import { choosing, scrolling, standing } from "./list.mjs";
import { long } from "./long.mjs";
import { memory } from "./memory.mjs";
import { single } from "./single.mjs";
import { serve } from "./site.mjs";
import { visit } from "./visit.mjs";

const { LETTERBOOK: letterbook, PARSE: parse, CORPUS, OUT, CHROMIUM, SCHNITZLER } = process.env;
const ONLY = (process.env.ONLY ?? "build,letter,first,single,list,choosing,scrolling,memory").split(",");
const STANDING = 5;
const CHOOSING = 9;
const FIRST = 9;

const place = (name) => ({ letterbook, parse, source: join(CORPUS, name), site: join(OUT, name) });
/** Whoever reads milliseconds must know whether the machine was busy with something else. */
const busy = (when) => told(`load of the machine ${when}`, `${loadavg()[0].toFixed(1)} on ${availableParallelism()} processors`);
busy("before");
const sites = {};
for (const name of ["10", "100"]) sites[name] = await built(letterbook, join(CORPUS, name), join(OUT, name));
if (ONLY.includes("build")) {
  sites["10000"] = await measured({ ...place("10000"), name: "10,000 letters", longest: 60 });
  catalogue(sites["10000"], 60);
  if (SCHNITZLER && existsSync(SCHNITZLER)) {
    await measured({ ...place("schnitzler"), source: SCHNITZLER, name: "Schnitzler's letters" });
  }
} else {
  sites["10000"] = await built(letterbook, join(CORPUS, "10000"), join(OUT, "10000"));
}

const launch = () => chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu", "--enable-blink-features=ForceEagerMeasureMemory"] });
const servers = {};
for (const [name, site] of Object.entries(sites)) servers[name] = await serve(site);
const [ten, hundred, many] = ["10", "100", "10000"].map((name) => servers[name].address);
const browser = await launch();

if (ONLY.includes("letter")) {
  const [bytes, plain] = [[], []];
  for (const address of [many, ten]) {
    const visited = await visit(browser, `${address}/letters/L00001/`, { text: ".letter__text" });
    bytes.push(visited.bytes.text);
    plain.push(visited.plain.text);
    await visited.close();
  }
  const more = `${(bytes[0] / KB).toFixed(0)} KB to ${(bytes[1] / KB).toFixed(0)} KB; were nothing compressed by the host ${(plain[0] / plain[1]).toFixed(3)}`;
  most("bytes until a letter's text stands, 10,000 to 10 letters", bytes[0] / bytes[1], "", 1.2, more, 3);
}
if (ONLY.includes("first")) {
  await first(browser, sites["10"], ten, FIRST, "the longest of ten letters");
  const others = [["a letter of 9,000 words with 350 names", long(join(OUT, "long-source"))]];
  const auden = SCHNITZLER && join(SCHNITZLER, "../amp-auden");
  if (auden && existsSync(auden)) others.push(["the longest letter of the corpora", auden]);
  for (const [name, source] of others) {
    const site = await built(letterbook, source, join(OUT, "first"));
    const server = await serve(site);
    await first(browser, site, server.address, FIRST, name);
    server.close();
  }
}
if (ONLY.includes("single") && SCHNITZLER && existsSync(SCHNITZLER)) {
  await single(browser, { letterbook, source: SCHNITZLER, out: OUT, rounds: FIRST });
}
if (ONLY.includes("list")) await standing(browser, hundred, many, STANDING);
if (ONLY.includes("choosing")) await choosing(browser, many, CHOOSING);
if (ONLY.includes("scrolling")) await scrolling(browser, many, STANDING);
await browser.close();
if (ONLY.includes("memory")) await memory(launch, many);

for (const server of Object.values(servers)) server.close();
busy("after");
process.exit(verdict());
