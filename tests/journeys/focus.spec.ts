// Where the keyboard is after the page has moved, and what is seen where colours are the system's.
import { expect, test, type Page } from "@playwright/test";

const EDITION = process.env.EDITION_URL ?? "http://127.0.0.1:8781";

async function open(page: Page, path: string) {
  await page.goto(path);
  await page.locator("html[data-ready]").waitFor();
}

const focused = (page: Page, selector: string) =>
  page.evaluate((selector) => Boolean(document.activeElement?.closest(selector)), selector);

test("the keyboard begins at the top of a page that was turned to, and of the one gone back to", async ({ page }) => {
  await open(page, `${EDITION}/letters/ferry/`);
  await page.locator(".letter-head a", { hasText: "The Mill" }).first().focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("main h1")).toContainText("The Mill");
  await expect(page.locator("main")).toBeFocused();
  await page.keyboard.press("Tab");
  expect(await focused(page, "main")).toBe(true);
  await page.goBack();
  await expect(page.locator(".letter__text")).toBeVisible();
  await expect(page.locator("main")).toBeFocused();
  await page.keyboard.press("Tab");
  expect(await focused(page, ".letter-head")).toBe(true);
});

test("a jump within the page takes the keyboard along", async ({ page }) => {
  await open(page, "/");
  for (const part of ["names", "dates", "notes"]) {
    await page.locator(`.letter-head__jumps a[href="#${part}"]`).focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe(part);
    // No ring around a whole part: it is lit.
    expect(await page.locator(`#${part}`).evaluate((part) => getComputedStyle(part).outlineStyle)).toBe("none");
    await page.keyboard.press("Tab");
    await expect.poll(() => focused(page, `#${part}`), part).toBe(true);
  }
});

test("places that were found are said with their words, and left for where the reader is", async ({ page }) => {
  await open(page, `${EDITION}/letters/wheel/?find=wheel`);
  const bar = page.locator(".find-bar");
  await expect(bar.getByRole("status")).toContainText("1 of");
  await expect(bar.locator("[aria-live]")).toContainText("wheel");
  // Before the letter, not behind all of the page.
  expect(await bar.evaluate((bar) => bar.nextElementSibling?.id)).toBe("main");
  await bar.getByRole("button", { name: "Next place" }).focus();
  await page.keyboard.press("Escape");
  await expect(bar).toHaveCount(0);
  expect(await focused(page, "main .letter")).toBe(true);
});

test("in a low window, as magnified ones are, nothing lies over what has the focus", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await open(page, `${EDITION}/letters/wheel/?find=wheel`);
  await expect(page.locator(".find-bar").getByRole("status")).toContainText("1 of");
  await page.locator("main").focus();
  for (let stop = 0; stop < 12; stop += 1) {
    await page.keyboard.press("Tab");
    const seen = await page.evaluate(() => {
      const active = document.activeElement!;
      const { left, top, width, height } = active.getBoundingClientRect();
      const there = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 8));
      return there === null || active.contains(there) || there.contains(active);
    });
    expect(seen, `stop ${stop}`).toBe(true);
  }
});

test("where colours are the system's, what is current and what is lit are told apart", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
  await open(page, "/persons/joffe/");
  const line = (selector: string) => page.locator(selector).first().evaluate((one) => getComputedStyle(one).borderBlockEndColor);
  expect(await line(".shell__nav a[aria-current]")).not.toBe(await line(".shell__nav a:not([aria-current])"));
  await page.locator("main a[href*='#m']").first().click();
  const lit = page.locator(".is-lit");
  await expect(lit).toHaveCSS("outline-style", "solid");
  await open(page, "/persons/?role=sender");
  const choice = (selector: string) => page.locator(selector).first().evaluate((one) => getComputedStyle(one).outlineStyle);
  expect(await choice(".facet__choice[aria-current]")).toBe("solid");
  expect(await choice(".facet__choice:not([aria-current])")).toBe("none");
});
