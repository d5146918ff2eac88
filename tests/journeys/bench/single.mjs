// An edition in one file: how large it is beside its letters, and how soon it is read, beside a plain HTML file of that size.
import { execFileSync } from "node:child_process";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { KB, median, most, ratios, spread } from "./figures.mjs";

/** The text of the letters, as they stand in the file. */
function text(html) {
  const book = html.slice(html.indexOf('<div class="book">'), html.indexOf('<script type="text/plain"'));
  const letters = [...book.matchAll(/<article[^>]*><h2>[^]*?<\/h2>([^]*?)<\/article>/g)].map((letter) => letter[1]);
  return letters.join("\n").replace(/<[^>]*>/g, "").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
}

async function readable(browser, file) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en-GB" });
  const page = await context.newPage();
  await page.goto(pathToFileURL(file).href);
  const first = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0].startTime);
  await context.close();
  return first;
}

export async function single(browser, { letterbook, source, out, rounds }) {
  const file = join(out, "schnitzler.html");
  execFileSync(letterbook, ["build", source, "--single-file", "-o", file, "-q"], { stdio: "ignore" });
  const html = readFileSync(file, "utf8");
  const letters = text(html);
  const raw = Buffer.byteLength(letters);
  const size = statSync(file).size;
  most("one file of 600 letters, to three times their text and 500 KB", size / (3 * raw + 500 * KB), "", 1, `${(size / KB).toFixed(0)} KB; text ${(raw / KB).toFixed(0)} KB`, 2);
  // Of the same size, and nothing in it but paragraphs.
  const paragraphs = letters.split(/\n+/).filter(Boolean).map((line) => `<p>${line.replace(/&/g, "&amp;").replace(/</g, "&lt;")}</p>`).join("\n");
  const plain = join(out, "schnitzler-plain.html");
  writeFileSync(plain, `<!DOCTYPE html><meta charset="utf-8"><title>Plain</title>${paragraphs.repeat(Math.ceil(size / Buffer.byteLength(paragraphs)))}`);
  const [ours, theirs] = [[], []];
  for (let round = 0; round <= rounds; round += 1) {
    const pair = [await readable(browser, plain), await readable(browser, file)];
    // The first of each warms the disk.
    if (round > 0) theirs.push(pair[0]) && ours.push(pair[1]);
  }
  const ratio = ratios(ours, theirs);
  most("one file is read, to a plain file of its size", median(ratio), "", 1.5, spread(ratio, 2), 2);
}
