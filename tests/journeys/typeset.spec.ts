// What a compositor would look at: marks in the margin, headings, calls of notes, wide words and tables, faces, and letters
// that are written from right to left.
import { expect, test, type Page } from "@playwright/test";
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { serve } from "./bench/site.mjs";

const WORD = "Oberpostdirektionsbriefmarkenverwaltungsrat";

/** A letter in TEI. */
const tei = (id: string, language: string, [from, to]: [string, string], text: string) => `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="${id}">
<teiHeader><profileDesc><correspDesc><correspAction type="sent"><persName>${from}</persName><date when="1901-05-03">3 May 1901</date></correspAction>
<correspAction type="received"><persName>${to}</persName></correspAction></correspDesc></profileDesc></teiHeader>
<text xml:lang="${language}"><body>${text}</body></text></TEI>`;

const paper = tei("paper", "en", ["Ada Brook", "Carl Dorn"], `<p>Words before.</p>
<pb n="2" facs="https://host.example/2.png"/><pb n="3" facs="https://host.example/3.png"/><pb n="4" facs="https://host.example/4.png"/>
<p>Words after two empty pages, which are long enough to fill a line or two of this letter wherever it is read on paper or on a screen.</p>
<head>A heading</head><p>What it heads.</p>
<table><row>${Array.from({ length: 14 }, (_, nth) => `<cell>${nth} ${WORD}</cell>`).join("")}</row></table>
<closer><signed>Ada<note n="b">Her hand.</note></signed></closer>`);
const plain = tei("plain", "en", ["Ada Brook", "Carl Dorn"], "<p>Dear Carl, all is well.</p>");
const letters = tei("letters", "de", ["Ada Brook", "Carl Dorn"], `<p>Pom&#x304;ern und <hi rend="italic">Werther</hi>, Dvořák, намѣреніе, ἀδελφέ.</p>`);
/** Of two who are in the register. */
const long = `---\nfrom: long\nto: short\ndate: 1901-05-03\n---\n\nJa.[^1]\n\n[^1]: Nein.\n`;
const answer = `---\nfrom: short\nto: long\ndate: 1901-05-04\n---\n\nNein.\n`;
const register = `[[person]]\nid = "long"\nname = "${WORD}${WORD}"\n\n[[person]]\nid = "short"\nname = "Ö"\n`;
const arabic = tei("arabic", "ar", ["محمد كرد علي", "Goldziher"], `<p>القانون الأساسي أعظم أسباب<note>انظر Encyclopaedia of Islam, vol. 2, pp. 12–14.</note>
 نجاح الولايات و<foreign xml:lang="en">New York, N.Y.</foreign> هناك.<note>حاشية ثانية</note></p>
<lg><l>قفا نبك من ذكرى حبيب ومنزل</l></lg><table><row><cell>السنة</cell><cell>العدد</cell></row></table>`);

let site: Awaited<ReturnType<typeof serve>>;

test.beforeAll(async ({}, info) => {
  const [folder, out] = [info.outputPath("typeset"), info.outputPath("site")];
  mkdirSync(join(folder, "letters"), { recursive: true });
  writeFileSync(join(folder, "letterbook.toml"), 'title = "Typeset"\nlanguage = "en"\nregister = "register.toml"\nsources = ["letters"]\n');
  writeFileSync(join(folder, "register.toml"), register);
  for (const [name, text] of Object.entries({ paper, plain, letters, arabic })) writeFileSync(join(folder, "letters", `${name}.xml`), text);
  for (const [name, text] of Object.entries({ long, answer })) writeFileSync(join(folder, "letters", `${name}.md`), text);
  execFileSync(process.env.LETTERBOOK!, ["build", folder, "-o", out, "--quiet"], { stdio: "ignore" });
  site = await serve(out);
});

test.afterAll(() => site.close());

async function open(page: Page, letter: string) {
  await page.goto(`${site.address}/letters/${letter}/`);
  await page.locator("html[data-ready]").waitFor();
  await page.evaluate(() => document.fonts.ready);
}

const rects = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON() as DOMRect));

for (const [width, height] of [[1440, 900], [768, 1024], [360, 740]] as const) test(`marks of pages never lie on one another, ${width} wide`, async ({ page }) => {
  await page.setViewportSize({ width, height });
  await open(page, "paper");
  const marks = await rects(page, ".tei-pb");
  expect(marks).toHaveLength(3);
  for (const [nth, mark] of marks.entries()) {
    for (const other of marks.slice(nth + 1)) expect(other.top).toBeGreaterThanOrEqual(mark.bottom - 0.5);
    expect(mark.left).toBeGreaterThanOrEqual(0);
  }
  const [text] = await rects(page, ".letter__text");
  if (width === 1440) for (const mark of marks) expect(mark.right).toBeLessThan(text!.left);
  await page.getByRole("link", { name: "image" }).nth(1).click({ trial: true });
});

test("pages in the margin take no room in the text", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page, "paper");
  const tops = () => page.locator(".tei-p").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
  const before = await tops();
  await page.evaluate(() => document.querySelectorAll(".tei-pb").forEach((mark) => mark.remove()));
  expect(await tops()).toEqual(before);
});

test("a heading is nearer to what it heads", async ({ page }) => {
  await open(page, "paper");
  const [[head], paragraphs] = await Promise.all([rects(page, ".tei-head"), rects(page, ".letter__text > .tei-p")]);
  const above = Math.min(...paragraphs.filter((one) => one.bottom <= head!.top + 1).map((one) => head!.top - one.bottom));
  const below = Math.min(...paragraphs.filter((one) => one.top >= head!.bottom - 1).map((one) => one.top - head!.bottom));
  expect(above).toBeGreaterThan(below * 2);
});

test("a call is the same sign in a signature and before its note", async ({ page }) => {
  await open(page, "paper");
  const call = page.locator(".tei-signed .noteref");
  await expect(call).toHaveCSS("font-variant-caps", "normal");
  await expect(call).toHaveCSS("letter-spacing", /^(0px|normal)$/);
});

test("long words widen no page, and a note opens as a sheet", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  await open(page, "long");
  expect(await width()).toBe(360);
  await page.locator(".noteref").click();
  await expect(page.locator(".popover--note:popover-open")).toHaveClass(/is-sheet/);
  await page.keyboard.press("Escape");
  await page.locator(".letter__all").click();
  await page.locator(".correspondence").waitFor();
  expect(await width()).toBe(360);
});

test("on paper a wide table is whole, and lines have 60 to 75 letters", async ({ page }) => {
  // A4 without its margins.
  await page.setViewportSize({ width: 642, height: 960 });
  await open(page, "paper");
  await page.emulateMedia({ media: "print" });
  const [table] = await rects(page, ".tei-table td:last-child");
  expect(table!.right).toBeLessThanOrEqual(642);
  const letters = await page.locator(".tei-p").nth(1).evaluate((paragraph) => {
    const range = document.createRange();
    const text = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).nextNode()!;
    const top = (at: number) => (range.setStart(text, at), range.setEnd(text, at + 1), range.getBoundingClientRect().top);
    return [...text.textContent!].findIndex((_, at) => top(at) > top(0) + 8);
  });
  expect(letters).toBeGreaterThan(60);
  expect(letters).toBeLessThan(76);
});

test("a page asks for the faces of its letters, and for no others", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(...(/letterbook-serif(.*)\.woff2$/.exec(request.url())?.slice(1) ?? [])));
  await open(page, "plain");
  expect(asked).toEqual([""]);
  asked.length = 0;
  await open(page, "letters");
  expect([...new Set(asked)].sort()).toEqual(["", "-cyrillic", "-greek", "-italic", "-latin"]);
  // The sign of its link is of the interface.
  await page.evaluate(() => document.querySelectorAll(".permalink").forEach((link) => link.remove()));
  const session = await page.context().newCDPSession(page);
  await session.send("DOM.enable");
  await session.send("CSS.enable");
  const { root } = await session.send("DOM.getDocument");
  const { nodeId } = await session.send("DOM.querySelector", { nodeId: root.nodeId, selector: ".letter__text .tei-p" });
  const { fonts } = await session.send("CSS.getPlatformFontsForNode", { nodeId });
  expect(fonts.filter((font) => !font.isCustomFont && font.familyName !== "Letterbook Serif")).toEqual([]);
});

test("a letter from right to left is so as a whole, with what is in it", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page, "arabic");
  await expect(page.locator(".letter__text")).toHaveAttribute("dir", "rtl");
  const heading = page.locator("h1");
  await expect(heading).toHaveText("محمد كرد علي to Goldziher");
  // The interface is read from the left: the sender stands there.
  const [sender] = await rects(page, "h1 bdi");
  const [head] = await rects(page, "h1");
  expect(Math.abs(sender!.left - head!.left)).toBeLessThan(2);
  for (const [nth, item] of (await rects(page, ".notes__item")).entries()) {
    const label = (await rects(page, ".notes__label"))[nth]!;
    expect(item.right - label.right).toBeLessThan(2);
  }
  const [text] = await rects(page, ".letter__text");
  const [table] = await rects(page, ".tei-table table");
  expect(text!.right - table!.right).toBeLessThan(6);
  const [verse] = await rects(page, ".tei-lg");
  expect(text!.right - verse!.right).toBeGreaterThan(20);
  await expect(page.locator(".tei-foreign")).toHaveAttribute("dir", "ltr");
});
