// Keys (T4), cards, fingers (T5).
import { expect, test } from "@playwright/test";
import { bin, dates, entry, expectQuery, focused, labels, query, timeline } from "./chronology";

const WIDE = { width: 1600, height: 1000 };

test.describe("by keyboard", () => {
  test.use({ viewport: WIDE });

  test("t04_one_stop_of_the_tab_key_then_arrows", async ({ page }) => {
    await timeline(page);
    await expect(page.locator(".timeline__column > button[tabindex='0']")).toHaveCount(1);
    await page.locator(".timeline__kinds input").last().focus();
    await page.keyboard.press("Tab");
    const all = await labels(page);
    const start = all.indexOf(await focused(page));
    expect(start).toBeGreaterThanOrEqual(0);
    await page.keyboard.press("ArrowRight");
    expect(await focused(page)).toBe(all[start + 1]);
    await page.keyboard.press("ArrowLeft");
    expect(await focused(page)).toBe(all[start]);
    await page.keyboard.press("End");
    expect(await focused(page)).toBe("Aug 2000");
    await page.keyboard.press("PageUp");
    expect(await focused(page)).toBe(all[all.length - 11]);
    await page.keyboard.press("PageDown");
    expect(await focused(page)).toBe("Aug 2000");
    await page.keyboard.press("Home");
    expect(await focused(page)).toBe(all[0]);
    await page.keyboard.press("ArrowLeft");
    expect(await focused(page)).toBe(all[0]);
    // The stop moved along; Tab leaves the axis.
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("");
    await page.keyboard.press("Shift+Tab");
    expect(await focused(page)).toBe(all[0]);
  });

  test("t04_keys_act_only_inside", async ({ page }) => {
    await timeline(page);
    await page.locator("#timeline-from").focus();
    for (const key of ["End", "ArrowLeft", "Enter", "Backspace"]) await page.keyboard.press(key);
    await page.locator("h1").click();
    for (const key of ["ArrowRight", "Enter", "Backspace", "Home"]) await page.keyboard.press(key);
    await expectQuery(page, {});
    expect(await focused(page)).toBe("");
  });

  test("t04_enter_goes_in_backspace_goes_out", async ({ page }) => {
    await timeline(page, "scale=year");
    await bin(page, "1921").focus();
    await page.keyboard.press("Enter");
    await expectQuery(page, { from: "1921-01-01", to: "1921-12-31" });
    await expect.poll(() => labels(page)).toContain("16 Mar 1921");
    // The focus is on the new axis.
    await expect.poll(() => focused(page)).not.toBe("");
    await bin(page, "16 Mar 1921").focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => query(page).bin).toBe("1921-03-16");
    await expect(entry(page, "yesterday")).toBeVisible();
    expect(await dates(page)).toContain("16 March 1921");
    await page.keyboard.press("Backspace");
    await expectQuery(page, { from: "1921-01-01", to: "1921-12-31" });
    await page.keyboard.press("Backspace");
    await expect.poll(() => labels(page)).toContain("7 Dec 1920");
  });

  test("t04_shift_and_arrows_pick_a_range", async ({ page }) => {
    await timeline(page);
    const all = (await dates(page)).length;
    await bin(page, "14 Mar 1921").focus();
    await page.keyboard.press("Space");
    await expectQuery(page, { bin: "1921-03-14" });
    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Shift+ArrowRight");
    await expectQuery(page, { bin: "1921-03-14..1921-03-16" });
    expect(await focused(page)).toBe("16 Mar 1921");
    await page.keyboard.press("Shift+ArrowLeft");
    await expectQuery(page, { bin: "1921-03-14..1921-03-15" });
    const listed = (await dates(page)).length;
    expect(listed).toBeLessThan(all);
    await expect(page.locator(".timeline__steps [role=status]")).toContainText(`${listed} of ${all} dates`);
    await expect(page.locator(".timeline__column.is-picked")).toHaveCount(2);
  });

  test("t04_date_fields_are_the_precise_way", async ({ page }) => {
    await timeline(page);
    await page.locator("#timeline-from").pressSequentially("1921-03");
    await page.locator("#timeline-to").pressSequentially("17.3.1921");
    await expectQuery(page, { from: "1921-03", to: "1921-03-17" });
    await expect(page.locator(".moment--printing")).toHaveCount(0);
    await page.locator("#timeline-to").fill("the end of March");
    await expect(page.locator("#timeline-to")).toHaveAttribute("aria-invalid", "true");
    await expect(page.locator("#timeline-to-hint")).toBeVisible();
    await page.locator("#timeline-to").fill("");
    await expectQuery(page, { from: "1921-03" });
    await expect(page.locator("#timeline-to")).not.toHaveAttribute("aria-invalid", "true");
  });

  test("t04_the_table_gives_the_same_numbers", async ({ page }) => {
    await timeline(page);
    const table = page.locator(".timeline__table table");
    await expect(table).toBeHidden();
    await page.locator(".timeline__switch", { hasText: "Show as table" }).click();
    await expect(table).toBeVisible();
    await expectQuery(page, { table: "1" });
    const bins = page.locator(".timeline__column");
    await expect(table.locator("tbody tr")).toHaveCount(await bins.count());
    // Marks of each lane in each bin, counted, are the numbers of the table.
    const drawn = await bins.evaluateAll((all) =>
      all.map((bin) => [...bin.querySelectorAll(".timeline__cell")].map((cell) => {
        const number = cell.querySelector(".timeline__number");
        return number ? Number(number.textContent) : cell.querySelectorAll(".mark").length;
      })),
    );
    const told = await table.locator("tbody tr").evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll("td")].slice(0, -2).map((cell) => Number(cell.textContent))),
    );
    expect(told).toEqual(drawn);
  });

  test("t05_focus_opens_the_card_and_esc_closes_it", async ({ page }) => {
    await timeline(page);
    await bin(page, "15 Mar 1921").focus();
    await page.keyboard.press("ArrowRight");
    const card = page.locator(".popover:popover-open");
    await expect(card).toContainText("16 March 1921");
    await expect(card).toContainText("mentioned in the letter: yesterday");
    expect(await focused(page)).toBe("16 Mar 1921");
    await page.keyboard.press("Escape");
    await expect(card).toHaveCount(0);
    expect(await focused(page)).toBe("16 Mar 1921");
  });
});

test.describe("by mouse", () => {
  test.use({ viewport: WIDE });

  test("t05_hovering_a_bin_shows_its_dates_as_links", async ({ page }) => {
    await timeline(page);
    await bin(page, "16 Mar 1921").hover();
    const card = page.locator(".popover:popover-open");
    await expect(card).toContainText("16 March 1921: 2 dates");
    const links = card.locator("a[href*='/letters/']");
    expect(await links.count()).toBeGreaterThanOrEqual(2);
    expect(await links.count()).toBeLessThanOrEqual(8);
    await links.first().hover();
    await page.waitForTimeout(500);
    await expect(card).toBeVisible();
    await links.first().click();
    await expect(page).toHaveURL(/\/letters\/.*#d\d+$/);
  });

  test("t05_a_bin_with_more_than_eight_leads_to_all", async ({ page }) => {
    await timeline(page, "axis=linear&scale=decade");
    await bin(page, "1920s").hover();
    const card = page.locator(".popover:popover-open");
    await expect(card.locator("li")).toHaveCount(8);
    const all = card.getByRole("link", { name: /^all \d+$/ });
    const count = Number((await all.textContent())!.slice(4));
    expect(count).toBeGreaterThan(8);
    await all.click();
    await expect.poll(() => query(page).bin).toBe("1920-01-01..1929-12-31");
    await expect(page.locator(".moment")).toHaveCount(count);
  });

  test("t05_a_click_picks_and_a_second_lets_go", async ({ page }) => {
    await timeline(page);
    await bin(page, "14 Mar 1921").click();
    await expectQuery(page, { bin: "1921-03-14" });
    await expect(bin(page, "14 Mar 1921")).toHaveAttribute("aria-pressed", "true");
    await bin(page, "14 Mar 1921").click();
    await expectQuery(page, {});
  });

  test("t05_a_grip_draws_the_range_and_nothing_else_does", async ({ page }) => {
    await timeline(page);
    // Dragging over bins does nothing before something is picked.
    const box = async (label: string) => (await bin(page, label).boundingBox())!;
    const from = await box("14 Mar 1921");
    const to = await box("17 Mar 1921");
    await page.mouse.move(from.x + from.width / 2, from.y + 20);
    await page.mouse.down();
    await page.mouse.move(to.x + to.width / 2, to.y + 20, { steps: 5 });
    await page.mouse.up();
    await expectQuery(page, {});
    await bin(page, "14 Mar 1921").click();
    const grip = (await page.locator(".timeline__grip.is-last").boundingBox())!;
    await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
    await page.mouse.down();
    await page.mouse.move(to.x + to.width / 2, to.y + 20, { steps: 8 });
    await page.mouse.up();
    await expectQuery(page, { bin: "1921-03-14..1921-03-17" });
    await page.mouse.move(from.x - 60, from.y + 20, { steps: 4 });
    await expectQuery(page, { bin: "1921-03-14..1921-03-17" });
    // The range was drawn in one step: Back goes to where only the first bin was picked, or nothing.
    await page.goBack();
    await expectQuery(page, {});
  });
});

test.describe("by touch", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 800 } });

  test("t05_a_tap_picks_a_bin", async ({ page }) => {
    await timeline(page);
    await bin(page, "16 Mar 1921").tap();
    await expectQuery(page, { bin: "1921-03-16" });
    await expect(entry(page, "yesterday")).toBeVisible();
    await bin(page, "16 Mar 1921").tap();
    await expectQuery(page, {});
  });

  test("t05_a_finger_draws_a_range_only_by_a_grip", async ({ page }) => {
    await timeline(page);
    await bin(page, "14 Mar 1921").tap();
    await expectQuery(page, { bin: "1921-03-14" });
    const strip = page.locator(".timeline__strip");
    expect(await strip.evaluate((element) => getComputedStyle(element).touchAction)).toContain("pan-y");
    const grip = page.locator(".timeline__grip.is-last");
    expect(await grip.evaluate((element) => getComputedStyle(element).touchAction)).toBe("none");
    await grip.scrollIntoViewIfNeeded();
    const start = (await grip.boundingBox())!;
    const end = (await bin(page, "17 Mar 1921").boundingBox())!;
    const session = await page.context().newCDPSession(page);
    const touch = async (type: string, x: number, y: number) =>
      session.send("Input.dispatchTouchEvent", { type: type as "touchStart", touchPoints: type === "touchEnd" ? [] : [{ x, y }] });
    const y = start.y + start.height / 2;
    await touch("touchStart", start.x + start.width / 2, y);
    for (let step = 1; step <= 6; step += 1) {
      const x = start.x + ((end.x + end.width / 2 - start.x) * step) / 6;
      await touch("touchMove", x, y);
    }
    await touch("touchEnd", 0, 0);
    await expectQuery(page, { bin: "1921-03-14..1921-03-17" });
  });

  test("t04_the_axis_stays_inside_a_phone", async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 800 });
    await timeline(page);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(over).toBe(0);
    const last = (await bin(page, "Aug 2000").boundingBox())!;
    expect(last.x + last.width).toBeLessThanOrEqual(360);
  });
});
