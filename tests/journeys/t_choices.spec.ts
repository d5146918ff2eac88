// Lanes of a correspondent (T6), what is near a letter (T7), address, history, print and motion (T8).
import { expect, test } from "@playwright/test";
import { bin, dates, entry, expectQuery, labels, LETTER, query, timeline } from "./chronology";

test("t06_lanes_from_and_to_a_correspondent", async ({ page }) => {
  await page.setViewportSize({ width: 1600, height: 1000 });
  await timeline(page);
  const lanes = page.locator(".timeline__lanes li");
  await expect(lanes).toHaveText([/Letters written/, /In letters/, /In notes/, /Print/]);
  await page.locator("#timeline-with").selectOption("joffe");
  await expectQuery(page, { with: "joffe" });
  await expect(lanes.first()).toHaveText(/^To .*Joffe/);
  await page.locator("#timeline-with").selectOption("lenin");
  await expect(lanes.first()).toHaveText(/^From .*Lenin/);
  await timeline(page, "with=nobody");
  await expect(page.locator(".moment")).toHaveCount(0);
  await expect(page.locator("main")).toContainText("There are no dates here.");
});

test("t07_around_the_date_of_a_letter", async ({ page }) => {
  await timeline(page);
  await expect(page.getByRole("link", { name: "Around this date" })).toHaveAttribute("href", new RegExp(`around=${LETTER}#t-${LETTER}-d`));
  // The letter itself leads there as well.
  await page.goto(`/letters/${LETTER}/`);
  await page.locator("html[data-ready]").waitFor();
  await page.getByRole("link", { name: "Around this date" }).click();
  await expect.poll(() => query(page).around).toBe(LETTER);
  const current = page.locator(".moment[aria-current]");
  await expect(current).toHaveCount(1);
  await expect(current).toBeInViewport();
  await expect(current.locator(".moment__date")).toHaveText("17 March 1921");
  const all = page.locator(".moment");
  expect(await all.count()).toBeLessThanOrEqual(21);
  const before = (await dates(page)).indexOf("17 March 1921");
  expect(before).toBeGreaterThan(0);
  expect(before).toBeLessThanOrEqual(10);
  // On the axis too.
  await expect(page.locator(".timeline__column > button[aria-current]")).toHaveCount(1);
});

test("t08_the_address_holds_what_was_chosen_and_back_works", async ({ page }) => {
  await page.setViewportSize({ width: 1600, height: 1000 });
  await timeline(page);
  await page.locator("#timeline-scale").selectOption("month");
  await bin(page, "Mar 1921").click();
  await page.locator(".timeline__switch", { hasText: "Show as table" }).click();
  await expectQuery(page, { scale: "month", bin: "1921-03", table: "1" });
  const shown = await dates(page);
  await page.reload();
  await page.locator("html[data-ready]").waitFor();
  await expect.poll(() => dates(page)).toEqual(shown);
  await expect(bin(page, "Mar 1921")).toHaveAttribute("aria-pressed", "true");
  await expect(page.locator("#timeline-scale")).toHaveValue("month");
  await page.goBack();
  await expectQuery(page, { scale: "month", bin: "1921-03" });
  await page.goBack();
  await expectQuery(page, { scale: "month" });
  await page.goBack();
  await expectQuery(page, {});
  await expect.poll(() => labels(page)).toContain("16 Mar 1921");
});

test("t08_typing_leaves_no_steps_behind", async ({ page }) => {
  await page.goto("/about/");
  await page.locator("html[data-ready]").waitFor();
  await page.locator(".shell__nav a[href$='/chronology/']").click();
  await page.locator("#timeline-from").pressSequentially("1921-03-16");
  await expectQuery(page, { from: "1921-03-16" });
  await page.goBack();
  await expect(page).toHaveURL(/\/about\/$/);
});

test("t08_every_address_is_shown", async ({ page }) => {
  for (const nonsense of ["from=x&to=&scale=eon&kinds=&open=,&bin=1..", "from=2100&to=1800", "from=9999999", "axis=linear&scale=day&from=-5000", "with=%F0&around=nobody"]) {
    await timeline(page, nonsense);
    await expect(page.locator("html[data-ready]")).toBeAttached();
    await expect(page.locator("main h1")).toBeVisible();
  }
});

test("t08_print_gives_the_table", async ({ page }) => {
  await timeline(page);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".timeline__table table")).toBeVisible();
  await expect(page.locator(".timeline__strip")).toBeHidden();
  await expect(page.locator(".timeline__fields")).toBeHidden();
  await expect(entry(page, "yesterday")).toBeVisible();
});

test("t08_reduced_motion_jumps", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await timeline(page);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe("auto");
  const moving = await page.locator(".timeline, .timeline *").evaluateAll((all) =>
    all.filter((element) => {
      const { transitionDuration, animationName } = getComputedStyle(element);
      return (transitionDuration !== "0s" && transitionDuration !== "") || animationName !== "none";
    }).length,
  );
  expect(moving).toBe(0);
});
