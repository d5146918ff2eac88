// The axis: what is on it (T0 to T3), folds (T9) and bars (T10).
import { expect, test, type Page } from "@playwright/test";
import { bin, dates, entry, expectQuery, labels, LETTER, query, said, timeline } from "./chronology";

const WIDE = { width: 1600, height: 1000 };

test("t00_kinds_differ_by_shape_and_word", async ({ page }) => {
  await timeline(page);
  const kinds = page.locator(".timeline__kinds label");
  await expect(kinds).toHaveCount(4);
  const shapes = await kinds.locator("svg").evaluateAll((all) => all.map((svg) => svg.innerHTML));
  expect(new Set(shapes).size).toBe(4);
  const words = await kinds.allTextContents();
  expect(new Set(words).size).toBe(4);
  // The same shape stands for the kind in the switch, on the axis and in the list.
  const drawn = await page.locator(".moment--note .moment__date svg").first().evaluate((svg) => svg.innerHTML);
  expect(shapes).toContain(drawn);
  await expect(entry(page, "December 7, 1920").locator(".moment__kind")).toHaveText(/note 85/);
  await expect(entry(page, "yesterday").locator(".moment__kind")).toHaveText(/mentioned in the letter/);
  await expect(page.locator(".moment--sent .moment__kind")).toHaveText(/letter written/);
  await expect(entry(page, "1959").locator(".moment__kind")).toHaveText(/print/);
});

test("t00_kinds_switch_off_and_on", async ({ page }) => {
  await timeline(page);
  const all = await dates(page);
  await page.locator(".timeline__kinds label", { hasText: "Print" }).click();
  await expect(page.locator(".moment--printing")).toHaveCount(0);
  await expect.poll(() => query(page).kinds).toBe("sent,received,mentioned,note");
  expect(await labels(page)).not.toContain("1959");
  await page.locator(".timeline__kinds label", { hasText: "Print" }).click();
  await expect(page.locator(".moment--printing")).toHaveCount(3);
  expect(await dates(page)).toEqual(all);
});

test("t00_a_mark_leads_to_its_words_and_back", async ({ page }) => {
  await timeline(page);
  const mark = (await entry(page, "yesterday").getAttribute("id"))!;
  const fragment = mark.slice(`t-${LETTER}-`.length);
  await entry(page, "yesterday").locator("mark").click();
  await expect(page).toHaveURL(new RegExp(`/letters/${LETTER}/#${fragment}$`));
  const words = page.locator(`[id="${fragment}"]`);
  await expect(words).toHaveText("yesterday");
  await expect(words).toHaveClass(/is-lit/);
  await expect(words).toBeInViewport();
  await expect(words).not.toHaveClass(/is-lit/, { timeout: 4000 });
  // Back by the link that the words themselves carry.
  await expect(words.locator("a")).toHaveAttribute("href", `../../chronology/#${mark}`);
  await page.goto(`/chronology/#${mark}`);
  await page.locator("html[data-ready]").waitFor();
  await expect(page.locator(`[id="${mark}"]`)).toHaveClass(/is-lit/);
  await expect(page.locator(`[id="${mark}"]`)).toBeInViewport();
});

test("t01_a_year_is_spread_over_its_months_not_put_on_its_first_day", async ({ page }) => {
  await page.setViewportSize(WIDE);
  await timeline(page, "from=1959&to=1959&axis=linear&scale=month");
  const bins = page.locator(".timeline__column > button");
  await expect(bins).toHaveCount(12);
  for (let month = 0; month < 12; month += 1) {
    expect(await said(bins.nth(month))).toMatch(/: 0 dates, 1 more possible$/);
  }
  await expect(page.locator(".bar.is-spread")).toHaveCount(12);
  await expect(page.locator(".mark")).toHaveCount(0);
  // In a bin that holds the whole year it is certain.
  await timeline(page, "from=1959&to=1959&scale=year");
  expect(await said(bins.first())).toBe("1959: 1 date");
});

test("t02_what_has_no_date_has_a_bin_of_its_own_and_only_where_there_is_some", async ({ page }) => {
  // Every date of this letter has a value: no bin, and an address that asks for it shows none.
  await timeline(page, "bin=undated");
  await expect(page.locator(".timeline__column.is-undated")).toHaveCount(0);
  await expect(page.locator(".moment")).toHaveCount(0);
  await expect(page.locator("[role=status]").first()).toContainText(/^0 of \d+ dates/);
});

test("t03_a_bin_holds_what_the_reader_chooses", async ({ page }) => {
  await page.setViewportSize(WIDE);
  await timeline(page);
  for (const [word, label] of [["decade", "1920s"], ["5y", "1920–1924"], ["year", "1921"], ["quarter", "Oct–Dec 1920"], ["month", "Dec 1920"], ["day", "7 Dec 1920"]]) {
    await page.locator("#timeline-scale").selectOption(word);
    await expect.poll(() => labels(page)).toContain(label);
    await expect.poll(() => query(page).scale).toBe(word);
  }
  await page.locator("#timeline-scale").selectOption("");
  await expectQuery(page, {});
});

test("t03_the_axis_chooses_fewer_bins_on_narrow_windows", async ({ page }) => {
  for (const [width, most] of [[1600, 60], [1200, 40], [400, 16]]) {
    await page.setViewportSize({ width, height: 900 });
    await timeline(page, "axis=linear");
    await expect.poll(async () => (await labels(page)).length).toBeLessThanOrEqual(most);
    expect((await labels(page)).length).toBeGreaterThan(5);
  }
  // A window that changes its size is measured again.
  await page.setViewportSize({ width: 1600, height: 900 });
  await expect.poll(async () => (await labels(page)).length).toBeGreaterThan(16);
});

test("t03_a_width_too_fine_is_told_and_gives_way", async ({ page }) => {
  await timeline(page, "axis=linear&scale=day");
  await expect(page.locator(".timeline__steps [role=status]")).toContainText("too many bins");
  expect((await labels(page)).length).toBeLessThanOrEqual(400);
});

test("t09_the_days_of_march_and_the_printing_history_stand_on_one_axis", async ({ page }) => {
  await page.setViewportSize(WIDE);
  await timeline(page);
  const found = await labels(page);
  const heart = ["7 Dec 1920", "14 Mar 1921", "15 Mar 1921", "16 Mar 1921", "17 Mar 1921", "38 years", "1959", "10 years", "1970", "30 years", "Aug 2000"];
  expect(found.filter((label) => heart.includes(label))).toEqual(heart);
  // Each of them is wide enough to be seen and pressed.
  for (const label of heart) {
    const box = (await bin(page, label).boundingBox())!;
    expect(box.width, label).toBeGreaterThanOrEqual(24);
  }
  // The same gaps stand between the dates in words.
  const gaps = (await page.locator(".timeline__gap").allTextContents()).map((text) => text.trim());
  expect(gaps).toEqual(["38 years", "10 years", "30 years"]);
});

test("t09_folds_open_on_click_and_key_and_close_again", async ({ page }) => {
  await page.setViewportSize(WIDE);
  await timeline(page);
  const before = await labels(page);
  await bin(page, "38 years").click();
  await expect(bin(page, "38 years")).toHaveCount(0);
  await expect.poll(() => query(page).open).toBe("1921-03-18");
  expect((await labels(page)).length).toBeGreaterThan(before.length);
  await page.goBack();
  await expect(bin(page, "38 years")).toHaveCount(1);
  await bin(page, "38 years").focus();
  await page.keyboard.press("Enter");
  await expect(bin(page, "38 years")).toHaveCount(0);
  // Backspace, from inside, folds it again.
  await page.keyboard.press("Backspace");
  await expect.poll(() => labels(page)).toEqual(before);
});

test("t09_the_linear_axis_is_one_switch_away", async ({ page }) => {
  await timeline(page);
  const fold = page.locator(".timeline__switch", { hasText: "Fold empty stretches" });
  await fold.click();
  await expectQuery(page, { axis: "linear" });
  await expect(page.locator(".timeline__column.is-break")).toHaveCount(0);
  await page.reload();
  await page.locator("html[data-ready]").waitFor();
  await expect(fold.locator("input")).not.toBeChecked();
  await fold.click();
  await expectQuery(page, {});
  await expect(page.locator(".timeline__column.is-break").first()).toBeVisible();
});

test("t10_a_span_is_a_bar", async ({ page }) => {
  await page.setViewportSize(WIDE);
  await timeline(page);
  const words = page.locator(".bar__words");
  await expect(words.filter({ hasText: "1919-1920" })).toBeVisible();
  await expect(words.filter({ hasText: "three and a half years" })).toBeVisible();
  // The bar of three and a half years ends with the day of the letter, where it was counted from.
  const ends = await page.locator(".bar.is-last").evaluateAll((bars) =>
    bars.map((bar) => bar.closest("button")!.querySelector(".timeline__label")!.textContent!.replace(/\s+/g, " ").trim()),
  );
  expect(ends).toContain("17 Mar 1921");
  await expect(entry(page, "three and a half years").locator(".moment__origin")).toContainText("counted back from the letter’s date, 17 March 1921");
});

test("t10_a_relative_date_shows_its_words_and_what_it_was_counted_from", async ({ page }) => {
  await timeline(page);
  const yesterday = entry(page, "yesterday");
  await expect(yesterday.locator(".moment__date")).toHaveText("16 March 1921");
  await expect(yesterday).toHaveAttribute("data-origin", "machine");
  await expect(yesterday.locator(".moment__origin")).toContainText("yesterday → 16 March 1921: inferred");
  await expect(yesterday.locator(".moment__origin")).toContainText("counted from the letter’s date, 17 March 1921");
});

/** What lies outside of its column, or on something else in it. */
const outside = (page: Page) =>
  page.locator(".timeline__column").evaluateAll((columns) =>
    columns.flatMap((column) => {
      const room = column.getBoundingClientRect();
      const parts = [...column.querySelectorAll(".timeline__label, .mark, .timeline__number")];
      const out = parts.filter((part) => {
        const box = part.getBoundingClientRect();
        const words = part as HTMLElement;
        const cut = words.scrollHeight > words.clientHeight + 1 && part.matches(".timeline__label");
        return box.width > 0 && (box.left < room.left - 1 || box.right > room.right + 1 || cut);
      });
      // A number and its mark do not lie on each other.
      const seen = [...column.querySelectorAll(".timeline__marks")].map((marks) =>
        [...marks.children].map((part) => part.getBoundingClientRect()).filter((box) => box.width > 0),
      );
      const touch = seen.some((boxes) => boxes.some((box, at) => at > 0 && box.left < boxes[at - 1]!.right));
      return [...out.map((part) => part.textContent), ...(touch ? [column.textContent] : [])];
    }),
  );

test("t04_what_stands_in_a_column_stays_in_it", async ({ page }) => {
  for (const width of [360, 768, 1024, 1600]) {
    await page.setViewportSize({ width, height: 900 });
    await timeline(page);
    expect(await outside(page)).toEqual([]);
    // As in an edition of ten thousand letters.
    await page.locator(".timeline__marks:has(.mark)").evaluateAll((all) => {
      for (const marks of all) {
        const number = Object.assign(document.createElement("span"), { className: "timeline__number", textContent: "1258" });
        number.dataset.long = "";
        marks.replaceChildren(marks.firstElementChild!, number);
      }
    });
    await expect(page.locator(".timeline__number").first()).toBeVisible();
    expect(await outside(page)).toEqual([]);
  }
});
