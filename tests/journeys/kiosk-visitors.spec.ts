// A screen in a museum, from one visitor to the next: nothing of the one is left for the other.
import { expect, test } from "@playwright/test";
import { begin, on, wait } from "./kiosk";

test.use({ hasTouch: true, viewport: { width: 1080, height: 1920 } });

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
