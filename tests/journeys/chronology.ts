// What the journeys of the T rules share.
import { expect, type Locator, type Page } from "@playwright/test";

export const LETTER = "joffe-1921-03-17";

/** Opens the timeline, with what was chosen. */
export async function timeline(page: Page, query = "") {
  await page.goto(`/chronology/${query && "?"}${query}`);
  await page.locator("html[data-ready]").waitFor();
  await expect(page.locator("h1")).toBeVisible();
}

/** The button of the bin or fold with these words below it. */
export function bin(page: Page, label: string | RegExp): Locator {
  const words = typeof label === "string" ? new RegExp(`^${label.replace(/ /g, "\\s+")}$`) : label;
  return page.locator(".timeline__column > button").filter({ has: page.locator(".timeline__label", { hasText: words }) });
}

/** What stands below the bins and folds, from left to right. */
export async function labels(page: Page): Promise<string[]> {
  const found = await page.locator(".timeline__label").allTextContents();
  return found.map((text) => text.replace(/\s+/g, " ").trim());
}

/** What a screen reader says of a bin. */
export async function said(button: Locator): Promise<string> {
  return (await button.evaluate((element) => {
    const copy = element.cloneNode(true) as HTMLElement;
    copy.querySelectorAll("[aria-hidden]").forEach((hidden) => hidden.remove());
    return copy.textContent ?? "";
  })).replace(/\s+/g, " ").trim();
}

/** The entry of the chronology in words for these words of the source. */
export function entry(page: Page, words: string): Locator {
  return page.locator(".moment").filter({ has: page.locator("mark", { hasText: new RegExp(`^${words.replace(/[.()]/g, "\\$&")}$`) }) });
}

/** The dates of the chronology in words, in their order. */
export async function dates(page: Page): Promise<string[]> {
  return (await page.locator(".moment__date").allTextContents()).map((text) => text.trim());
}

/** What the address says after its question mark. */
export function query(page: Page): Record<string, string> {
  return Object.fromEntries(new URL(page.url()).searchParams);
}

export async function expectQuery(page: Page, expected: Record<string, string>) {
  await expect.poll(() => query(page)).toEqual(expected);
}

/** The words below the bin that has the focus. */
export async function focused(page: Page): Promise<string> {
  const text = await page.evaluate(() => document.activeElement?.closest("button")?.querySelector(".timeline__label")?.textContent ?? "");
  return text.replace(/\s+/g, " ").trim();
}
