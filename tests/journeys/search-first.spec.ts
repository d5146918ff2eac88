// What a search shows first: before all of the program is there, and the list of all letters.
import { expect, test, type Page } from "@playwright/test";

const EDITION = process.env.EDITION_URL ?? "";

async function open(page: Page, address: string) {
  await page.goto(address);
  await page.locator("html[data-ready]").waitFor();
}

const letters = (page: Page) => page.locator(".find__letter");
const status = (page: Page) => page.locator(".find__status");

test("what a first search asks for comes beside the program, and once", async ({ page }) => {
  const asked: string[] = [];
  const amiss: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  page.on("response", (response) => response.ok() || amiss.push(response.url()));
  const came = (...files: RegExp[]) => files.every((file) => asked.some((path) => file.test(path)));
  const ahead = [/\/data\/find-\w+-t\d+$/, /\/data\/find-\w+-fen-0$/];
  for (const query of ["Wheel", "Wheel -xyzzyq"]) {
    asked.length = 0;
    // The program comes no sooner than what it would ask for.
    await page.route("**/letterbook-search_bg.wasm", async (route) => {
      await expect.poll(() => came(...ahead)).toBe(true);
      await route.continue();
    });
    await open(page, `${EDITION}/search/?q=${query}`);
    await expect(letters(page).locator(".find__piece")).toContainText("turns again");
    expect(asked.filter((path, at) => asked.indexOf(path) !== at)).toEqual([]);
    expect(amiss).toEqual([]);
    await page.unroute("**/letterbook-search_bg.wasm");
  }
});

test("letters stand with their pieces before the rest of the program and the list of all are there, and stay", async ({ page }) => {
  let held: Array<() => Promise<void>> = [];
  for (const late of ["**/letterbook-found_bg.wasm", "**/data/find-*-len"]) {
    await page.route(late, (route) => new Promise((on) => held.push(async () => on(await route.continue()))));
  }
  await open(page, `${EDITION}/search/?q=wheel`);
  await expect(status(page)).toHaveText("1 letter");
  await expect(letters(page).locator("a")).toHaveCount(1);
  await expect(letters(page).locator(".find__piece")).toContainText("turns again");
  await expect(letters(page).locator(".find__piece mark").first()).toHaveText(/^wheel/i);
  expect(await page.locator(".find__years button").count()).toBe(0);
  // Room is kept for what comes.
  await expect(page.locator(".find__facets select").first()).toBeDisabled();
  const line = await letters(page).first().innerText();
  const places = () => page.evaluate(() => [".find__letter", ".find__how"].map((part) => document.querySelector(part)!.getBoundingClientRect().top));
  const stood = await places();
  await letters(page).locator("a").focus();
  const go = async () => {
    const now = held;
    held = [];
    await Promise.all(now.map((go) => go()));
    return page.locator(".find__years button").count();
  };
  await expect.poll(go).toBe(1);
  await expect(page.locator(".find__facets select[name=from]")).toBeVisible();
  expect(await places()).toEqual(stood);
  await expect(letters(page).locator("a")).toBeFocused();
  expect(await letters(page).first().innerText()).toBe(line);
});

test("where what finds the pieces cannot be had, letters stand with their beginnings, and that is said", async ({ page }) => {
  await page.route("**/letterbook-pieces_bg.wasm", (route) => route.abort());
  await open(page, `${EDITION}/search/?q=wheel`);
  await expect(page.locator(".find__lost")).toContainText("A part of the edition did not arrive");
  await expect(letters(page).locator(".find__piece")).toContainText("…");
  await expect(letters(page).locator("mark")).toHaveCount(0);
  await page.unroute("**/letterbook-pieces_bg.wasm");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(letters(page).locator(".find__piece mark").first()).toHaveText(/^wheel/i);
  await expect(page.locator(".find__lost")).toHaveCount(0);
});

test("what was found first stays where the rest of the program cannot be had, with a way on", async ({ page }) => {
  await page.route("**/letterbook-found_bg.wasm", (route) => route.abort());
  await open(page, `${EDITION}/search/?q=wheel`);
  await expect(page.locator(".find__lost")).toContainText("A part of the edition did not arrive");
  await expect(status(page)).toHaveText("1 letter");
  await expect(letters(page).locator(".find__piece")).toContainText("turns again");
  // Where nothing can be told, that is said, with the same way on.
  await open(page, `${EDITION}/search/?q="turns+again"`);
  await expect(status(page)).toHaveText("The search could not be loaded.");
  await page.unroute("**/letterbook-found_bg.wasm");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(status(page)).toHaveText("1 letter");
  await expect(page.locator(".find__lost")).toHaveCount(0);
});

test("who changes their mind is told of what they asked last, however slow the first was", async ({ page }) => {
  await open(page, `${EDITION}/search/?q=wheel`);
  await expect(status(page)).toHaveText("1 letter");
  let late = false;
  await page.route("**/data/find-*", async (route) => {
    if (late) await new Promise((on) => setTimeout(on, 900));
    await route.continue();
  });
  late = true;
  const field = page.locator("#find-words");
  await field.fill('"come and hear"');
  await field.press("Enter");
  await page.waitForTimeout(100);
  await field.fill("wheel");
  await field.press("Enter");
  await expect(status(page)).toHaveText("1 letter");
  await page.waitForTimeout(1200);
  await expect(status(page)).toHaveText("1 letter");
  await expect(letters(page)).toHaveCount(1);
});

test("a query of blanks is none", async ({ page }) => {
  await open(page, `${EDITION}/search/?q=%20%20`);
  await expect(status(page)).toBeEmpty();
  await expect(letters(page)).toHaveCount(0);
});

test("what nobody has, and what is more than words, waits for all of the program", async ({ page }) => {
  for (const [query, said] of [["wheell", "1 letter"], ["wheel -again", "No letter has this."], ["xyzzyq", "No letter has this."]]) {
    await open(page, `${EDITION}/search/?q=${query}`);
    await expect(status(page)).toHaveText(said);
  }
});
