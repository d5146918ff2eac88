// A screen in a museum: start, targets, a return when nobody reads, no way out, visits, a day of random touches.
import { expect, test } from "@playwright/test";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { host } from "./host";
import { begin, EDITION, museum, on, switchedOn, wait } from "./kiosk";

test.use({ hasTouch: true, viewport: { width: 1080, height: 1920 } });

test("it invites, and leads to a letter", async ({ page }) => {
  await on(page);
  const start = page.locator(".kiosk__start");
  await expect(start.locator("h1")).toContainText("Letters from a Mill");
  await expect(start.locator("p")).toContainText("Six letters");
  await expect(start.locator("li")).toHaveCount(4);
  await start.locator("li a").first().tap();
  await wait(page, 1);
  await expect(start).toBeHidden();
  await expect(page.locator(".letter__text")).toBeVisible();
});

test("N11 targets of callers and controls are 15 mm on the screen that was set", async ({ page }) => {
  await on(page, "&screen=540");
  await begin(page);
  const least = (15 * 1080) / 540;
  for (const control of await page.locator(".kiosk button:visible, .shell__nav a, .settings__button").all()) {
    const box = (await control.boundingBox())!;
    expect(Math.min(box.height, box.width + 8), await control.textContent().then(String)).toBeGreaterThanOrEqual(least - 0.5);
  }
});

test("nobody reads: it is asked, then the start comes back as it was", async ({ page }) => {
  await on(page);
  await begin(page);
  await page.locator(".settings__button").tap();
  await page.locator("#settings input[value=huge]").tap();
  await expect(page.locator("html")).toHaveAttribute("data-size", "huge");
  await page.keyboard.press("Escape");
  await page.locator(".letters__rows a.entry__date", { hasText: "3 May 1901" }).tap();
  await wait(page, 1);
  await expect(page.locator(".letter__text")).toContainText("ferry");
  // A touch begins the time anew.
  await wait(page, 50);
  await page.locator("h1").first().tap();
  await wait(page, 50);
  await expect(page.locator(".kiosk__box")).toHaveCount(0);
  await wait(page, 11);
  const question = page.getByRole("alertdialog");
  const running = question.locator("[aria-hidden=true]");
  await expect(running).toContainText(/(1[89]|20) seconds/);
  await wait(page, 5);
  await expect(running).toContainText(/1[345] seconds/);
  await page.getByRole("button", { name: "I am still reading" }).tap();
  await expect(page.locator(".kiosk__box")).toHaveCount(0);
  await expect(page.locator(".letter__text")).toContainText("ferry");
  await wait(page, 61 + 21);
  await wait(page, 1);
  await expect(page.locator(".kiosk__start")).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("data-size", "medium");
  await expect(page.locator(".letters__rows li").first()).toBeAttached();
  // And nobody is asked where nobody is.
  await wait(page, 300);
  await expect(page.locator(".kiosk__box")).toHaveCount(0);
});

test("no way leads out: an address is shown, as text and for a telephone", async ({ page }) => {
  await on(page);
  await begin(page);
  await page.locator(".letters__rows a", { hasText: "14 September 1903" }).first().tap();
  await wait(page, 1);
  await page.locator(".shell__nav").getByRole("link", { name: "Persons" }).tap();
  await wait(page, 1);
  await page.locator(".register__row a", { hasText: "Dorn" }).first().tap();
  await wait(page, 1);
  const out = page.locator("main a[href^='http'][rel~=external]").first();
  const address = (await out.getAttribute("href"))!;
  const before = page.url();
  await out.tap();
  const box = page.locator(".kiosk__box");
  await expect(box).toContainText(address);
  await expect(box.locator("svg path")).toHaveAttribute("d", /^M0 0h7v1h-7z/);
  expect(page.url()).toBe(before);
  expect(page.context().pages()).toHaveLength(1);
  await box.getByRole("button", { name: "Close" }).tap();
  await expect(box).toHaveCount(0);
  // Nor do files, or menus, or what one selects.
  await page.locator(".shell__nav").getByRole("link", { name: "About" }).tap();
  await wait(page, 1);
  await expect(page.locator("a[download]")).toBeAttached();
  await expect(page.locator("p:has(> a[download])")).toBeHidden();
  const menu = await page.evaluate(() => document.body.dispatchEvent(new MouseEvent("contextmenu", { bubbles: true, cancelable: true })));
  expect(menu).toBe(false);
  expect(await page.locator("main").evaluate((main) => getComputedStyle(main).userSelect)).toBe("none");
  await expect(page.getByRole("button", { name: /^Keep this edition/ })).toBeHidden();
});

test("nothing behind the invitation is reached by a key, and who begins is in the text", async ({ page }) => {
  await on(page);
  const start = page.getByRole("dialog", { name: "Letters from a Mill" });
  await expect(start).toBeVisible();
  await expect(page.locator(".kiosk__begin")).toBeFocused();
  const outside = () => page.evaluate(() => document.activeElement !== document.body && !document.activeElement!.closest(".kiosk__start"));
  for (let press = 0; press < 12; press += 1) {
    await page.keyboard.press("Tab");
    expect(await outside(), `after ${press + 1}`).toBe(false);
  }
  await page.locator(".kiosk__begin").press("Enter");
  await expect(start).toHaveCount(0);
  await expect(page.locator("#main")).toBeFocused();
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => Boolean(document.activeElement!.closest("#main")))).toBe(true);
  // So is who touched a letter.
  await page.locator(".shell__nav").getByRole("link", { name: "About" }).tap();
  await wait(page, 1);
  await page.getByRole("button", { name: "Back to the start" }).tap();
  await wait(page, 1);
  await expect(page.locator("#app .letters__rows")).toBeAttached();
  await expect(page.locator(".kiosk__begin")).toBeFocused();
  await page.locator(".kiosk__start li a").first().tap();
  await wait(page, 1);
  await expect(page.locator(".letter__text")).toBeVisible();
  await expect(page.locator("#main")).toBeFocused();
});

test("a touch anywhere says that somebody reads, and touches nothing else", async ({ page }) => {
  await on(page);
  await begin(page);
  await page.locator("html[data-ready]").waitFor();
  const link = (await page.locator(".letters__rows a.entry__date").first().boundingBox())!;
  await wait(page, 61);
  const question = page.getByRole("alertdialog");
  await expect(question).toBeVisible();
  await page.touchscreen.tap(link.x + 5, link.y + 5);
  await expect(question).toHaveCount(0);
  await wait(page, 1);
  await expect(page).toHaveURL(`${EDITION}/?kiosk=1`);
  // On the words of the question too, and to the last.
  await wait(page, 60 + 18);
  await expect(question).toBeVisible();
  await question.locator("[aria-hidden=true]").tap();
  await expect(question).toHaveCount(0);
  await wait(page, 30);
  await expect(page.locator(".kiosk__start")).toBeHidden();
});

test("the question is heard once, and what is shown has a name", async ({ page }) => {
  await on(page);
  await begin(page);
  await wait(page, 61);
  const question = page.getByRole("alertdialog");
  const heard = "Is somebody still reading? The screen goes back to the start in 20 seconds.";
  await expect(question).toHaveAccessibleName(heard);
  await wait(page, 7);
  await expect(question).toHaveAccessibleName(heard);
  await expect(question.locator("[aria-hidden=true]")).toContainText(/1[123] seconds/);
  await expect(question.locator("[role=alert], [aria-live]")).toHaveCount(0);
  await question.getByRole("button").tap();
  await page.goto(`${EDITION}/persons/dorn/`);
  await wait(page, 1);
  await page.locator("main a[href^='http'][rel~=external]").first().tap();
  await expect(page.getByRole("dialog", { name: "This page is outside of the exhibition." })).toBeVisible();
});

test("what else is on the host of the edition is outside too", async ({ page }) => {
  const { folder, server, site } = await host(museum(), "ed");
  writeFileSync(join(folder, "index.html"), "<title>The museum</title>");
  writeFileSync(join(folder, "ed/leaf.html"), "<title>A leaf</title>");
  await switchedOn(page, `${site}/ed/letters/ferry/`);
  await begin(page);
  for (const way of ["/", "/edition/", "../../../", `${site}/ed/leaf.html`]) {
    await page.evaluate((way) => {
      const link = document.createElement("a");
      [link.href, link.textContent, link.id] = [way, "there", "there"];
      document.querySelector(".letter__text")!.prepend(link);
    }, way);
    const address = await page.locator("#there").evaluate((link: HTMLAnchorElement) => link.href);
    await page.locator("#there").tap();
    await expect(page.locator(".kiosk__box"), way).toContainText(address);
    await page.locator(".kiosk__box").getByRole("button", { name: "Close" }).tap();
    await page.locator("#there").evaluate((link) => link.remove());
    await expect(page).toHaveURL(`${site}/ed/letters/ferry/`);
  }
  // Ways within are followed, also to a place on the page.
  await page.locator(".noteref").first().tap();
  await page.locator(".shell__nav").getByRole("link", { name: "About" }).tap();
  await wait(page, 1);
  await expect(page).toHaveURL(`${site}/ed/about/`);
  server.close();
});

for (const [width, height] of [[1920, 1080], [1280, 720]]) {
  test(`what was found is stepped through above the bar of the screen: ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await switchedOn(page, `${process.env.BASE_URL}/letters/joffe-1921-03-17/?kiosk=1&find=you`);
    await begin(page);
    const buttons = page.locator(".find-bar :is(button, a)");
    await expect(buttons).toHaveCount(4);
    for (const down of [0, 0.3, 1]) {
      await page.evaluate((down) => scrollTo({ top: down * document.documentElement.scrollHeight, behavior: "instant" }), down);
      for (const button of await buttons.all()) {
        const covered = await button.evaluate((button) => {
          const { left, top, width, height } = button.getBoundingClientRect();
          const hit = document.elementFromPoint(left + width / 2, top + height - 2);
          return hit === button ? "" : `${(hit as Element | null)?.className} at ${top + height}`;
        });
        expect(covered, `scrolled to ${down}`).toBe("");
      }
    }
    await page.locator(".find-bar button").nth(1).tap();
    await expect(page.locator(".find-bar__status")).toContainText("2");
  });
}

test("a page that is loaded anew belongs to the kiosk, and to the visit", async ({ page }) => {
  await on(page, "&idle=30");
  await begin(page);
  // As where a link is touched before the program has come.
  await page.goto(`${EDITION}/about/`);
  await wait(page, 1);
  await expect(page.locator(".kiosk__bar")).toBeVisible();
  await expect(page.locator(".kiosk__start")).toBeHidden();
  await wait(page, 30 + 20);
  await expect(page.locator(".kiosk__start h1")).toBeVisible();
  await page.goto(`${EDITION}/?kiosk=0`);
  await expect(page.locator("html[data-ready]")).toBeAttached();
  await wait(page, 1);
  await expect(page.locator(".kiosk__bar")).toHaveCount(0);
});

test("visits are counted here, and can be taken along", async ({ page }) => {
  await on(page);
  await begin(page);
  await page.locator(".shell__nav").getByRole("link", { name: "Persons" }).tap();
  await wait(page, 1);
  await expect(page.locator("#look-up")).toBeVisible();
  await page.goto(`${EDITION}/?kiosk=visits`);
  const box = page.locator(".kiosk__box");
  await expect(box.locator("tr").nth(1)).toContainText("2026-03-17");
  const [download] = await Promise.all([page.waitForEvent("download"), box.getByRole("link", { name: "Save as a table" }).click()]);
  expect(download.suggestedFilename()).toBe("visits.csv");
  await box.getByRole("button", { name: "Begin anew" }).click();
  expect(await page.evaluate(() => localStorage.getItem("letterbook.visits"))).toBeNull();
});

test("a day of random touches: no growth, no dead end", async ({ page, context }) => {
  test.setTimeout(240_000);
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  await on(page);
  const cdp = await context.newCDPSession(page);
  const held = async () => {
    await cdp.send("HeapProfiler.collectGarbage");
    const { metrics } = await cdp.send("Performance.getMetrics");
    const value = (name: string) => metrics.find((metric) => metric.name === name)!.value;
    return { heap: value("JSHeapUsedSize"), nodes: value("Nodes") };
  };
  await cdp.send("Performance.enable");
  // Always the same touches.
  let seed = 20260317;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const touch = () => page.touchscreen.tap(random(1080), random(1920));
  let first: Awaited<ReturnType<typeof held>> | undefined;
  // Ninety visits of some touches each, and sixteen minutes with what is between them: a day.
  for (let visit = 0; visit < 90; visit += 1) {
    if (await page.locator(".kiosk__start").isVisible()) await page.locator(".kiosk__begin").tap();
    for (let turn = 0; turn < 6; turn += 1) {
      await touch();
      await wait(page, 2 + random(20));
    }
    await wait(page, 16 * 60 - 120);
    await expect(page.locator(".kiosk__start"), `visit ${visit}`).toBeVisible();
    if (visit === 9) first = await held();
  }
  const last = await held();
  expect(faults).toEqual([]);
  expect(new URL(page.url()).origin).toBe(EDITION);
  console.log(`after 80 more visits: heap ${(last.heap / first!.heap).toFixed(2)}, nodes ${(last.nodes / first!.nodes).toFixed(2)}`);
  expect(last.nodes).toBeLessThan(first!.nodes * 1.2);
  expect(last.heap).toBeLessThan(first!.heap * 1.5);
});
