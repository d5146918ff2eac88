// A list of more letters than are laid out at once: it grows while one reads, and another list takes its place at once.
import { expect, test, type Page } from "@playwright/test";
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { serve } from "./bench/site.mjs";

const LETTERS = 620;
/** Of this letter only the year is known. */
const YEAR_ALONE = 615;
const WRITERS = ["Ada Brook", "Carl Dorn", "Dora Falk"];

let site: Awaited<ReturnType<typeof serve>>;

test.beforeAll(async ({}, info) => {
  const [folder, out] = [info.outputPath("many"), info.outputPath("site")];
  mkdirSync(join(folder, "letters"), { recursive: true });
  writeFileSync(join(folder, "letterbook.toml"), 'title = "Many letters"\nlanguage = "en"\n');
  for (let nth = 0; nth < LETTERS; nth += 1) {
    const [from, to] = [WRITERS[nth % 3]!, WRITERS[(nth + 1) % 3]!];
    const day = `${1860 + Math.floor(nth / 10)}-${String(1 + (nth % 10)).padStart(2, "0")}-11`;
    const date = nth === YEAR_ALONE ? day.slice(0, 4) : day;
    // A word of many letters, and the same misspelt.
    const word = nth === 7 ? "Zwiebach" : nth % 30 === 0 ? "Zwieback" : "bread";
    const text = `---\nfrom: ${from}\nto: ${to}\ndate: ${date}\n---\n\nLetter ${nth} on ${word}.\n`;
    writeFileSync(join(folder, "letters", `${String(nth).padStart(3, "0")}.md`), text);
  }
  execFileSync(process.env.LETTERBOOK!, ["build", folder, "-o", out, "--quiet"], { stdio: "ignore" });
  site = await serve(out);
});

test.afterAll(() => site.close());

/** Every row that is on the page, in order; waits until no more come and nothing is left of another list. */
async function rows(page: Page): Promise<string[]> {
  await expect(page.locator(".letters__rows")).toHaveCount(1);
  await expect(page.locator(".letters__rows:not([aria-busy])")).toHaveCount(1, { timeout: 20_000 });
  await expect(page.locator(".is-going")).toHaveCount(0, { timeout: 20_000 });
  return page.locator(".entry__date").allTextContents();
}

async function open(page: Page, address: string) {
  await page.goto(site.address + address);
  await page.locator("html[data-ready]").waitFor();
}

for (const address of ["/", "/?none", "/?sort=nothing&from="]) test(`all rows come, each once, in their order, at ${address}`, async ({ page }) => {
  await open(page, address);
  const all = await rows(page);
  expect(all).toHaveLength(LETTERS);
  expect(new Set(all).size).toBe(LETTERS);
  expect([all[0], all.at(-1)]).toEqual(["11 January 1860", "11 October 1921"]);
  expect(await page.locator(".letters__year h2").count()).toBe(62);
});

test("another list is there at once and grows; of the first nothing is left, and the keyboard stays where it was", async ({ page }) => {
  await open(page, "/");
  await rows(page);
  const order = page.getByRole("combobox", { name: "Order", exact: true });
  await order.focus();
  await order.selectOption({ index: 1 });
  await expect(page.locator(".letters__rows .entry__date").first()).toHaveText("11 October 1921");
  await expect(page.locator(".is-going")).toHaveAttribute("aria-hidden", "true");
  await expect(order).toBeFocused();
  await expect(page).toHaveURL(/\?sort=latest$/);
  const latest = await rows(page);
  expect([latest.length, latest[0], latest.at(-1)]).toEqual([LETTERS, "11 October 1921", "11 January 1860"]);

  // One choice upon the other, before the first list has grown.
  const from = page.getByRole("combobox", { name: "From" });
  await from.focus();
  await from.selectOption({ label: "Ada Brook (207)" });
  await from.selectOption({ label: "Carl Dorn (207)" });
  await expect(from).toBeFocused();
  const hers = await rows(page);
  expect(hers).toHaveLength(207);
  await expect(page.locator(".letters__rows li", { hasText: "from Carl Dorn" })).toHaveCount(207);
  await expect(page).toHaveURL(/\?from=~Carl\+Dorn~&sort=latest$/);
  await page.goBack();
  await page.goBack();
  expect(await rows(page)).toHaveLength(LETTERS);
  await expect(from).toHaveValue("");
});

test("a filter that is not in use holds what is chosen alone", async ({ page }) => {
  await open(page, "/");
  const year = page.getByRole("combobox", { name: "Year" });
  await expect(year.locator("option")).toHaveCount(1);
  await year.focus();
  await expect(year.locator("option")).toHaveCount(63);
  await year.selectOption("1900");
  await expect(page.getByRole("status")).toHaveText("10 of 620 letters");
  await expect(year.locator("option")).toHaveCount(63);
  await page.getByRole("combobox", { name: "From" }).focus();
  await expect(year.locator("option")).toHaveText(["Any", "1900 (10)"]);
  await expect(year).toHaveValue("1900");
});

test("who comes for a year finds its rows there", async ({ page }) => {
  await open(page, "/#at-49574953");
  const heading = page.getByRole("heading", { name: "1915" });
  await expect(heading).toBeInViewport();
  await page.getByRole("navigation", { name: "Years" }).getByRole("link", { name: "1861" }).click();
  await expect(page.getByRole("heading", { name: "1861" })).toBeInViewport();
});

test("a date that the edition writes as the page says it is said once", async ({ page }) => {
  await open(page, `/letters/${YEAR_ALONE}/`);
  await expect(page.locator(".letter-head__date")).toHaveText(/^1921\s+the editor’s$/);
});

/** The places from which a reader goes to a letter far down, and comes back. */
const LISTS = [
  { address: "/", link: ".letters__rows a[href$='letters/480/']" },
  { address: "/?to=~Carl+Dorn~", link: ".letters__rows a[href$='letters/480/']" },
  { address: "/?sort=latest", link: ".letters__rows a[href$='letters/120/']" },
  { address: "/chronology/?from=1880&to=1915", link: ".moment a[href*='letters/250/']" },
  { address: "/search/?q=letter&sort=latest", link: ".find__letter:nth-child(25) a" },
];
for (const { address, link } of LISTS) test(`Back from a letter leads to where its line stood, at ${address}`, async ({ page }) => {
  await open(page, address);
  const more = page.locator(".find__more");
  while ((await page.locator(link).count()) === 0 && (await more.count()) > 0) await more.click();
  const line = page.locator(link).first();
  await line.waitFor({ state: "attached" });
  const top = () => line.evaluate((line) => Math.round(line.getBoundingClientRect().top)).catch(() => Number.NaN);
  await line.evaluate((line) => line.scrollIntoView({ block: "center", behavior: "instant" }));
  // Its neighbours have been laid out, and the script that knows the way back is there.
  await expect.poll(() => page.evaluate(() => performance.getEntriesByType("resource").some(({ name }) => name.endsWith("/back.js")))).toBe(true);
  await line.evaluate((line) => line.scrollIntoView({ block: "center", behavior: "instant" }));
  await page.waitForTimeout(300);
  const stood = await top();
  await line.click();
  await expect(page.locator(".letter__text")).toBeVisible();
  await page.goBack();
  await expect.poll(async () => Math.abs((await top()) - stood), { timeout: 8000 }).toBeLessThanOrEqual(3);
  await page.waitForTimeout(500);
  expect(Math.abs((await top()) - stood)).toBeLessThanOrEqual(3);
  await expect(line).toBeFocused();
  // Who goes on from there, by whatever means, is let go.
  await page.evaluate(() => scrollBy({ top: -300, behavior: "instant" }));
  await page.waitForTimeout(600);
  expect((await top()) - stood).toBeGreaterThan(200);
});

test("where few letters have a word, one like it that many have is offered", async ({ page }) => {
  await open(page, "/search/?q=Zwiebach+letter");
  await expect(page.locator(".find__status")).toHaveText("1 letter · Did you mean: Zwieback letter");
  await page.getByRole("link", { name: "Zwieback letter" }).click();
  await expect(page.locator(".find__status")).toHaveText("21 letters");
  await expect(page.locator("#find-words")).toHaveValue("Zwieback letter");
  // What else was asked stays: a field, what is left out, an order.
  await open(page, '/search/?q=Zwiebach+-"Zwiebach+xyz"+from:"Carl+Dorn"&sort=latest');
  await page.locator(".find__status a").click();
  await expect(page).toHaveURL(/\?q=Zwieback\+-%22Zwiebach\+xyz%22\+from%3A%22Carl\+Dorn%22&sort=latest$/);
  // Who asks for the word as it is written is offered nothing.
  await open(page, '/search/?q="Zwiebach"');
  await expect(page.locator(".find__status")).toHaveText("1 letter");
  await expect(page.locator(".find__facets select").first()).toBeVisible();
  await expect(page.locator(".find__status a")).toHaveCount(0);
});

test("all dates are shown where they were asked for, and the keyboard goes on from there", async ({ page }) => {
  await open(page, "/chronology/");
  const rows = page.locator(".timeline__words .moment");
  await expect(rows).toHaveCount(200);
  await page.locator(".timeline__words > button").focus();
  await page.keyboard.press("Enter");
  await expect(rows).toHaveCount(LETTERS);
  await expect(rows.nth(199)).toBeFocused();
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => [...document.querySelectorAll(".moment")].indexOf(document.activeElement!.closest(".moment")!))).toBeGreaterThanOrEqual(199);
});

test("names that begin with what was typed are offered before those that have such a word", async ({ page }) => {
  await open(page, "/search/");
  await page.locator("#find-words").pressSequentially("do");
  await expect(page.locator("#find-suggested li")).toHaveText([/^Dora Falk/, /^Carl Dorn/]);
});
