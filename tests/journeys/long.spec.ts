// A letter of many screens: what is out of sight is laid out when it comes into sight, and nothing is missed for it.
import { expect, test, type Page } from "@playwright/test";
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { serve } from "./bench/site.mjs";

const PARAGRAPHS = 160;
const WORDS = ["snow", "on", "the", "pass", "kept", "every", "cart", "at", "inn", "until", "morning"];

let site: Awaited<ReturnType<typeof serve>>;

/** Paragraphs of one line and of twenty; in some a page begins, each tenth has a note. */
function paragraph(nth: number): string {
  const words = Array.from({ length: 8 + ((nth * 37) % 190) }, (_, at) => WORDS[(at * 7 + nth) % WORDS.length]);
  const page = nth % 8 === 4 ? `<pb n="${nth}"/>` : "";
  const note = nth % 10 === 9 ? `<note n="${nth}">Of paragraph ${nth}.</note>` : "";
  words.splice(4, 0, page);
  return `<p>Day ${nth}: ${words.join(" ")}${note}.</p>`;
}

test.beforeAll(async ({}, info) => {
  const [folder, out] = [info.outputPath("long"), info.outputPath("site")];
  mkdirSync(folder, { recursive: true });
  const text = Array.from({ length: PARAGRAPHS }, (_, nth) => paragraph(nth)).join("\n");
  const head = `<teiHeader><fileDesc><titleStmt><title>A long letter</title></titleStmt></fileDesc><profileDesc><correspDesc>
    <correspAction type="sent"><persName>Ada Brook</persName><date when="1861-02-03"/></correspAction>
    <correspAction type="received"><persName>Carl Dorn</persName></correspAction></correspDesc></profileDesc></teiHeader>`;
  const tei = `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="long">${head}<text><body>${text}</body></text></TEI>`;
  writeFileSync(join(folder, "long.xml"), tei);
  writeFileSync(join(folder, "letterbook.toml"), 'title = "A long letter"\nlanguage = "en"\n');
  execFileSync(process.env.LETTERBOOK!, ["build", folder, "-o", out, "--quiet"], { stdio: "ignore" });
  site = await serve(out);
});

test.afterAll(() => site.close());

async function open(page: Page, fragment = "") {
  await page.goto(`${site.address}/letters/long/${fragment}`);
  await page.locator("html[data-ready]").waitFor();
}

/** Whether the first of such elements is in the window now. */
const inSight = (page: Page, selector: string) =>
  page.locator(selector).first().evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  });

/** Whether its text is laid out: what is skipped has no boxes that are painted. */
const laidOut = (page: Page, selector: string) =>
  page.locator(selector).evaluate((element) => element.checkVisibility({ contentVisibilityAuto: true }) && element.querySelector(".permalink")!.checkVisibility({ contentVisibilityAuto: true }));

test("a short letter is laid out at once", async ({ page }) => {
  await page.goto("/");
  await expect(page.locator(".letter__text > .tei-p").first()).toBeVisible();
  await expect(page.locator("[data-lines]")).toHaveCount(0);
});

for (const width of [360, 1280]) test(`the end of it waits until somebody is there; its length is about right before, ${width} pixels wide`, async ({ page }) => {
  await page.setViewportSize({ width, height: 740 });
  await open(page);
  expect(await laidOut(page, "#p1")).toBe(true);
  expect(await laidOut(page, "#p150")).toBe(false);
  const guessed = await page.locator(".letter__text").evaluate((text) => text.getBoundingClientRect().height);
  await page.addStyleTag({ content: ".letter__text > .tei-p { content-visibility: visible !important }" });
  const real = await page.locator(".letter__text").evaluate((text) => text.getBoundingClientRect().height);
  expect(guessed / real).toBeGreaterThan(0.9);
  expect(guessed / real).toBeLessThan(1.1);
});

for (const fragment of ["#p150", "#p80", "#r139"]) test(`an address leads to ${fragment}`, async ({ page }) => {
  await open(page);
  await open(page, fragment);
  await expect.poll(() => inSight(page, fragment)).toBe(true);
  // It stays there while what is around it is laid out.
  await page.waitForTimeout(500);
  expect(await inSight(page, fragment)).toBe(true);
});

test("jumps on the page arrive, and from a note one comes back to its word", async ({ page }) => {
  await open(page);
  await page.locator(".letter-head__jumps a").last().click();
  const asked = new URL(page.url()).hash;
  await expect.poll(() => inSight(page, asked)).toBe(true);
  await page.locator(".notes__back").nth(7).click();
  await expect.poll(() => inSight(page, ".noteref >> nth=7")).toBe(true);
  await expect.poll(async () => {
    await page.keyboard.press("Control+End");
    return inSight(page, "footer");
  }).toBe(true);
});

test("N4: a note far down opens beside its word", async ({ page }) => {
  await open(page, "#p150");
  const caller = page.locator("#p150 .noteref");
  await caller.hover();
  const note = page.locator(".popover:popover-open");
  await expect(note).toContainText("Of paragraph 149.");
  const [word, box] = await Promise.all([caller.boundingBox(), note.boundingBox()]);
  expect(Math.min(Math.abs(box!.y - word!.y - word!.height), Math.abs(word!.y - box!.y - box!.height))).toBeLessThan(30);
});

test("numbers of pages stand whole in the margin", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page, "#p53");
  const mark = page.locator("#p53 .tei-pb__link");
  await expect(mark).toHaveText("p. 52");
  const hit = await mark.evaluate((link) => {
    const { left, top, width, height } = link.getBoundingClientRect();
    const text = document.querySelector(".letter__text")!.getBoundingClientRect();
    const at = (x: number) => link.contains(document.elementFromPoint(x, top + height / 2));
    return { outside: left + width <= text.left, all: at(left + width - 2) && at(left + width - 40) };
  });
  expect(hit).toEqual({ outside: true, all: true });
});

test("a word far down is found in the page, and paper has all of it", async ({ page }) => {
  await open(page);
  expect(await page.evaluate(() => (window as unknown as { find(text: string): boolean }).find("Day 157"))).toBe(true);
  await expect.poll(() => inSight(page, "#p158")).toBe(true);
  await page.emulateMedia({ media: "print" });
  const skipped = await page.locator(".letter__text > .tei-p").evaluateAll((blocks) => blocks.filter((block) => getComputedStyle(block).contentVisibility !== "visible").length);
  expect(skipped).toBe(0);
});
