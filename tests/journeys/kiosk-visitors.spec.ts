// A screen in a museum, from one visitor to the next: nothing of the one is left for the other.
import { expect, test, type Page } from "@playwright/test";
import { pathToFileURL } from "node:url";
import { host } from "./host";
import { begin, EDITION, museum, on, switchedOn, wait } from "./kiosk";

test.use({ hasTouch: true, viewport: { width: 1080, height: 1920 } });

const over = (page: Page) => page.locator(".kiosk__bar button").first();

/** Once in a folder on a host, and once in one file from a disk. */
for (const kind of ["folder", "file"]) {
  const at = kind === "folder" ? "" : ", in one file too";

  async function screen() {
    if (kind === "file") {
      const file = pathToFileURL(museum("--single-file")).href;
      return { first: file, letter: /#letters\/ferry\/$/, home: /museum\.html#?$/, end: () => {} };
    }
    const { server, site } = await host(museum(), "ed");
    return { first: `${site}/ed/`, letter: /\/ed\/letters\/ferry\/$/, home: /\/ed\/$/, end: () => void server.close() };
  }

  test(`the language of one visitor is not that of the next${at}`, async ({ page }) => {
    const { first, home, end } = await screen();
    await switchedOn(page, first);
    await begin(page);
    await page.locator(".kiosk__bar button[lang=de]").tap();
    await wait(page, 1);
    await expect(page.locator("html")).toHaveAttribute("lang", "de");
    await over(page).tap();
    await wait(page, 1);
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await page.reload();
    await wait(page, 1);
    await expect(page.locator(".kiosk__begin")).toHaveText("Touch to begin");
    await wait(page, 1);
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await expect(page).toHaveURL(home);
    end();
  });

  test(`Back shows nothing of what the last visitor read${at}`, async ({ page }) => {
    const { first, letter, home, end } = await screen();
    await switchedOn(page, first);
    await begin(page);
    await page.locator("#app .letters__rows a.entry__date", { hasText: "3 May 1901" }).tap();
    await wait(page, 1);
    await expect(page).toHaveURL(letter);
    await over(page).tap();
    await wait(page, 1);
    await expect(page).toHaveURL(home);
    // While nobody reads, and when the next one does.
    await page.evaluate(() => history.back());
    await wait(page, 1);
    await expect(page.locator(".kiosk__start")).toBeVisible();
    await expect(page).toHaveURL(home);
    await begin(page);
    await page.evaluate(() => history.back());
    await wait(page, 1);
    await expect(page).toHaveURL(home);
    await expect(page.locator("#app .letters__rows li")).toHaveCount(6);
    await expect(page.locator("#app .letter__text")).toHaveCount(0);
    // Who reads goes back and forth in what they read.
    await page.locator(".shell__nav").getByRole("link", { name: "About" }).tap();
    await wait(page, 1);
    await expect(page.locator("#app .about")).toBeVisible();
    await page.evaluate(() => history.back());
    await wait(page, 1);
    await expect(page.locator("#app .letters__rows li")).toHaveCount(6);
    await page.evaluate(() => history.forward());
    await wait(page, 1);
    await expect(page.locator("#app .about")).toBeVisible();
    end();
  });
}

test("a visit that a power cut ended leaves no language behind", async ({ page }) => {
  const { server, site } = await host(museum());
  await page.goto(`${site}/?kiosk=0`);
  await page.evaluate(() => localStorage.setItem("letterbook.settings", "dark huge underlined reading end de"));
  await switchedOn(page, `${site}/?kiosk=1`);
  await expect(page.locator("html")).toHaveAttribute("data-size", "medium");
  expect(await page.evaluate(() => localStorage.getItem("letterbook.settings") ?? "")).not.toContain("de");
  server.close();
});

test("Back to a page that was loaded for the last visitor leads to the start", async ({ page }) => {
  await on(page);
  await begin(page);
  // As where a link is touched before the program has come.
  // Whose a page is, is noted when its screen stands.
  const stands = () => expect.poll(() => page.evaluate(() => history.state?.visitor !== undefined)).toBe(true);
  for (const path of ["letters/ferry/", "about/"]) {
    await page.goto(`${EDITION}/${path}`);
    await wait(page, 1);
    await stands();
  }
  await over(page).tap();
  await wait(page, 1);
  await expect(page).toHaveURL(`${EDITION}/`);
  await stands();
  for (const _ of [1, 2]) {
    await page.evaluate(() => history.back());
    await wait(page, 2);
    await expect(page.locator(".kiosk__start")).toBeVisible();
    await expect(page).toHaveURL(`${EDITION}/`);
    await stands();
  }
  await begin(page);
  await expect(page.locator(".letters__rows li")).toHaveCount(6);
});

test.describe("late in the evening, west of Greenwich", () => {
  test.use({ timezoneId: "America/New_York" });

  test("visits and turned pages are counted on the day where the screen stands, and nothing else is", async ({ page }) => {
    const counted = () => page.evaluate(() => JSON.parse(localStorage.getItem("letterbook.visits") ?? "{}"));
    await on(page);
    await page.clock.setSystemTime(new Date("2026-03-18T02:00:00Z"));
    await begin(page);
    await expect.poll(counted).toEqual({ "2026-03-17": { begun: 1, pages: 0 } });
    // It is asked whether somebody reads.
    await wait(page, 61);
    await page.getByRole("button", { name: "I am still reading" }).tap();
    await page.locator(".shell__nav").getByRole("link", { name: "Persons" }).tap();
    await wait(page, 1);
    await expect.poll(counted).toEqual({ "2026-03-17": { begun: 1, pages: 1 } });
    await page.locator(".shell__nav").getByRole("link", { name: "Places" }).tap();
    await wait(page, 1);
    await expect.poll(counted).toEqual({ "2026-03-17": { begun: 1, pages: 2 } });
    // Nobody reads any more.
    await wait(page, 61 + 20);
    await wait(page, 1);
    await expect(page.locator(".kiosk__start")).toBeVisible();
    await begin(page);
    await expect.poll(counted).toEqual({ "2026-03-17": { begun: 2, pages: 2 } });
  });
});
