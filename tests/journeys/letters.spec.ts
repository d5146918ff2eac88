// The list of letters, correspondences, and an edition that arrives part by part.
import { expect, test, type Page } from "@playwright/test";

const EDITION = process.env.EDITION_URL ?? "";

async function open(page: Page, view: string) {
  await page.goto(EDITION + view);
  await page.locator("html[data-ready]").waitFor();
}

/** A filter holds its choices once it is touched. */
async function choose(page: Page, filter: string, choice: string) {
  const select = page.getByRole("combobox", { name: filter });
  await select.focus();
  await select.selectOption({ label: choice });
}

const rows = (page: Page) => page.locator(".letters__year li");

test("a letter is found by correspondent and year", async ({ page }) => {
  await open(page, "/");
  await expect(rows(page)).toHaveCount(6);
  await choose(page, "From", "Brook, Ada (3)");
  await expect(page.getByRole("status")).toHaveText("3 of 6 letters");
  await choose(page, "Year", "1903 (1)");
  await expect(rows(page)).toHaveCount(1);
  await expect(page).toHaveURL(/\?from=brook&year=1903$/);
  await rows(page).getByRole("link", { name: "2 October 1903" }).click();
  await expect(page.locator("h1")).toHaveText("Ada Brook to Carl Dorn");
  await page.goBack();
  await expect(rows(page)).toHaveCount(1);
  await page.goBack();
  await expect(rows(page)).toHaveCount(3);
  await page.getByRole("link", { name: "Show all again" }).click();
  await expect(rows(page)).toHaveCount(6);
});

test("the order of the list is a choice that stands in the address", async ({ page }) => {
  await open(page, "/?sort=latest");
  await expect(page.locator(".letters__year h2")).toHaveText(["1903", "1901", "Without a date"]);
  await page.getByRole("combobox", { name: "Order" }).selectOption("By sender");
  await expect(page.locator(".letters__year h2").first()).toHaveText("Brook, Ada");
  await expect(page).toHaveURL(/\?sort=from$/);
});

test("a correspondence is followed letter by letter, both ways, with its gap", async ({ page }) => {
  await open(page, "/");
  await choose(page, "Correspondence", "Brook, Ada – Dorn, Carl (4)");
  await page.getByRole("link", { name: "The whole correspondence" }).click();
  await expect(page.locator("h1")).toHaveText("Ada Brook and Carl Dorn");
  const turns = page.locator(".correspondence__turns li");
  await expect(turns).toHaveCount(5);
  await expect(page.locator(".correspondence__gap")).toHaveText("2 years without a letter");
  await expect(page.locator(".correspondence__letter.is-back")).toHaveCount(2);
  await turns.first().getByRole("link").first().click();
  const between = page.getByRole("navigation", { name: "In this correspondence" });
  const next = between.getByRole("link", { name: /Next letter/ });
  const way = ["ferry", "signs", "bridge", "wheel"];
  for (const letter of way) {
    await expect(page).toHaveURL(new RegExp(`/letters/${letter}/$`));
    if (letter !== way.at(-1)) await next.click();
  }
  await expect(next).toHaveCount(0);
  await between.getByRole("link", { name: /Previous letter/ }).click();
  await expect(page).toHaveURL(/\/letters\/bridge\/$/);
});

test("the same by keyboard alone", async ({ page }) => {
  await open(page, "/");
  await page.getByRole("combobox", { name: "Correspondence" }).focus();
  await page.keyboard.press("ArrowDown");
  await expect(page).toHaveURL(/between=/);
  const link = page.getByRole("link", { name: "The whole correspondence" });
  for (let step = 0; step < 12 && !(await link.evaluate((one) => one === document.activeElement)); step += 1) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/correspondence\//);
});

test("from a person to the third mention", async ({ page }) => {
  await open(page, "/persons/elm/");
  await expect(page.locator(".entry__sentence")).toHaveCount(3);
  await page.locator(".entry__sentence").nth(2).click();
  await expect(page.locator(".mention.is-lit")).toHaveText("She");
  await expect(page.locator("h1")).toHaveText("Carl Dorn to Ada Brook");
});

test("a page asks for no more than it needs", async ({ page }) => {
  const parts: string[] = [];
  page.on("request", (request) => {
    const part = /data\/([a-z]+)-|(edition)\.ltb/.exec(request.url());
    if (part) parts.push((part[1] ?? part[2])!);
  });
  await open(page, "/letters/wheel/");
  await expect(page.locator("h1")).toHaveText("Ada Brook to Carl Dorn");
  expect(parts).toEqual([]);
  await page.getByRole("link", { name: "Persons" }).first().click();
  await expect(page.locator(".register__row").first()).toBeVisible();
  expect(parts).toEqual(["edition", "register"]);
  await page.goBack();
  await expect(page.locator("h1")).toHaveText("Ada Brook to Carl Dorn");
  await page.goForward();
  await expect(page.locator(".register__row").first()).toBeVisible();
  expect(parts).toEqual(["edition", "register"]);
});

/** The register answers: a look-up narrows it. */
async function lives(page: Page) {
  await page.locator("#look-up").fill("brook");
  await expect(page.locator(".register__row:not(.register__see)")).toHaveCount(1);
}

test("a part that is missing is named, the page stays readable, and it is asked for again", async ({ page }) => {
  let missing = true;
  await page.route(/data\/register-/, (route) => (missing ? route.fulfill({ status: 404, body: "gone" }) : route.continue()));
  await open(page, "/persons/");
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("A part of the edition could not be had");
  await expect(alert).toContainText(/register-[0-9a-f]{8}\.ltb/);
  await expect(page.locator(".register__row").first()).toBeVisible();
  await page.getByRole("link", { name: "Letters" }).first().click();
  await expect(page.locator(".letters__rows a").first()).toBeVisible();
  await expect(alert).toHaveCount(0);
  await page.goBack();
  await expect(alert).toBeVisible();
  missing = false;
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(alert).toHaveCount(0);
  await page.locator("html[data-ready]").waitFor();
  await lives(page);
});

for (const [what, damage] of [
  ["cut off", (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
  ["changed", (bytes: Buffer) => (bytes.reverse(), bytes)],
  ["empty", () => Buffer.alloc(0)],
] as const) {
  test(`a part that is ${what} is not taken in`, async ({ page }) => {
    await page.route(/data\/register-/, async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, body: damage(await answer.body()) });
    });
    await open(page, "/persons/");
    await expect(page.getByRole("alert")).toContainText("could not be had");
    await expect(page.locator(".register__row").first()).toBeVisible();
  });
}

test("about the edition: what is in it, what was left out, and its source files", async ({ page, request }) => {
  await open(page, "/about/");
  const main = page.getByRole("main");
  await expect(main).toContainText("6 letters");
  await expect(main.getByRole("listitem").filter({ hasText: "Persons 4" })).toBeVisible();
  await expect(main).toContainText("Free for all");
  const archive = page.getByRole("link", { name: "The source files of this edition" });
  await expect(archive).toHaveAttribute("download", "");
  const answer = await request.get(await archive.evaluate((link: HTMLAnchorElement) => link.href));
  expect(answer.ok()).toBe(true);
  expect((await answer.body()).subarray(0, 2).toString()).toBe("PK");
});
