// What journeys at the screen of a museum have in common.
import { expect, test, type Page } from "@playwright/test";
import { execFileSync } from "node:child_process";
import { cpSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

export const EDITION = process.env.EDITION_URL ?? "http://127.0.0.1:8781";

/** The screen as it is switched on at an address, with a clock that only the test moves. */
export async function switchedOn(page: Page, address: string) {
  await page.clock.install({ time: new Date("2026-03-17T09:00:00Z") });
  await page.goto(address);
  await page.clock.runFor(1000);
  await expect(page.locator(".kiosk__start h1")).toBeVisible();
}

/** The same with the edition of several letters. */
export const on = (page: Page, more = "") => switchedOn(page, `${EDITION}/?kiosk=1${more}`);

export async function begin(page: Page) {
  await page.locator(".kiosk__begin").tap();
  await expect(page.locator(".kiosk__start")).toBeHidden();
}

/** Goes on by so much, and lets the page draw what came of it. */
export async function wait(page: Page, seconds: number) {
  await page.clock.runFor(seconds * 1000);
}

/** The edition of several letters as a museum builds it: for its screen, in two languages. A folder, or one file. */
export function museum(...how: string[]) {
  const folder = test.info().outputPath("museum");
  cpSync(join(dirname(test.info().file), "../corpus/mill"), folder, { recursive: true });
  const settings = ['title = "Letters from a Mill"', 'language = "en"', 'sources = ["letters"]', "kiosk = true", 'interface = ["en", "de"]'];
  writeFileSync(join(folder, "letterbook.toml"), settings.join("\n"));
  const out = test.info().outputPath(how.length > 0 ? "museum.html" : "site");
  execFileSync(process.env.LETTERBOOK!, ["build", folder, ...how, "-o", out, "--quiet"], { stdio: "ignore" });
  return out;
}
