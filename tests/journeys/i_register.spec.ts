// Rules I1, I2, I3, I6, I7: the registers.
import { expect, test, type Locator, type Page } from "@playwright/test";

async function open(page: Page, address: string) {
  await page.goto(address);
  await page.locator("html[data-ready]").waitFor();
}

const rows = (page: Page) => page.locator(".register__row:not(.register__see)");
const names = (page: Page) => page.locator(".register__row:not(.register__see) .register__name > a");
const header = (page: Page, name: string) => page.getByRole("columnheader", { name });
const status = (page: Page) => page.getByRole("status");

async function figures(row: Locator) {
  const cells = await row.getByRole("cell").allTextContents();
  return { sent: cells[1], received: cells[2], mentioned: cells[3], years: cells[4] };
}

test("i01_columns_say_dates_letters_mentions_and_years", async ({ page }) => {
  await open(page, "/persons/");
  await expect(page.getByRole("columnheader")).toHaveText([/Name/, /Dates/, /Sent/, /Received/, /Mentioned/, /Letters of/]);
  const joffe = page.getByRole("row").filter({ has: page.locator("a[href$='/persons/joffe/']") }).and(rows(page));
  await expect(joffe.getByRole("cell").first()).toHaveText("1883–1927");
  expect(await figures(joffe)).toEqual({ sent: "0", received: "1", mentioned: "3", years: "1921" });
  const trotsky = page.getByRole("row").filter({ has: page.locator("a[href$='/persons/trotsky/']") }).and(rows(page));
  expect(await figures(trotsky)).toEqual({ sent: "0", received: "0", mentioned: "2", years: "1921" });
});

test("i01_each_column_sorts_and_sorts_back", async ({ page }) => {
  await open(page, "/persons/");
  const first = names(page).first();
  const byName = await names(page).allTextContents();
  expect(byName).toEqual([...byName].sort((a, b) => a.localeCompare(b, "en")));
  await header(page, "Mentioned").getByRole("button").click();
  const counts = await page.locator(".register__row td[data-label=Mentioned]").allTextContents();
  expect(counts.map(Number)).toEqual(counts.map(Number).sort((a, b) => b - a));
  await header(page, "Sent").getByRole("button").click();
  await expect(first).toHaveAttribute("href", /\/persons\/lenin\/$/);
  await header(page, "Received").getByRole("button").click();
  await expect(first).toHaveAttribute("href", /\/persons\/joffe\/$/);
  await header(page, "Dates").getByRole("button").click();
  const born = (await page.locator(".register__row td[data-label=Dates]").allTextContents()).filter((dates) => dates);
  expect(born.map((dates) => Number(dates.match(/\d{4}/)![0]))).toEqual(
    born.map((dates) => Number(dates.match(/\d{4}/)![0])).sort((a, b) => a - b),
  );
  await header(page, "Name").getByRole("button").click();
  expect(await names(page).allTextContents()).toEqual(byName);
  await header(page, "Name").getByRole("button").click();
  expect(await names(page).allTextContents()).toEqual([...byName].reverse());
});

test("i01_filters_by_part_time_and_identification_show_as_many_as_they_say", async ({ page }) => {
  await open(page, "/persons/");
  const choices = page.locator(".facet__choices a");
  const all = await choices.count();
  expect(all).toBeGreaterThan(4);
  for (let nth = 0; nth < all; nth++) {
    await open(page, "/persons/");
    const says = Number(await choices.nth(nth).locator(".facet__count").textContent());
    await choices.nth(nth).click();
    await expect(rows(page)).toHaveCount(says);
  }
  await open(page, "/persons/?role=mentioned");
  await expect(page.locator(".register__row a[href$='/persons/trotsky/']").first()).toBeVisible();
  await expect(page.locator(".register__row a[href$='/persons/lenin/']")).toHaveCount(0);
});

test("i02_looks_up_in_any_order_without_case_marks_and_with_initials", async ({ page }) => {
  await open(page, "/persons/");
  const field = page.getByRole("searchbox");
  for (const typed of ["joffe", "JOFFE", "Jöffé", "A. A. Joffe", "joffe adolf", "AA Joffe", "jof ad", "Ioffe", "иоффе"]) {
    await field.fill(typed);
    await expect(rows(page), typed).toHaveCount(1);
    await expect(names(page), typed).toHaveAttribute("href", /\/persons\/joffe\/$/);
  }
  await field.fill("bronstein");
  await expect(names(page)).toHaveAttribute("href", /\/persons\/trotsky\/$/);
  await expect(rows(page)).toContainText(/also .*Bronstein/);
  await field.fill("nobody of that name");
  await expect(rows(page)).toHaveCount(0);
  await expect(page.locator(".register__nothing")).toBeVisible();
});

test("i02_names_that_begin_with_it_come_first", async ({ page }) => {
  await open(page, "/persons/?q=l");
  const found = await names(page).allTextContents();
  expect(found.length).toBeGreaterThan(1);
  expect(found[0]).toMatch(/^Lenin/);
});

test("i03_collation_groups_and_see_references", async ({ page }) => {
  await open(page, "/persons/");
  const initials = await page.locator(".register__initial").allTextContents();
  expect(initials).toEqual([...initials].sort());
  expect(new Set(initials).size).toBe(initials.length);
  const see = page.locator(".register__see").filter({ hasText: "Ioffe" });
  await expect(see).toHaveText(/^Ioffe.*see Joffe/);
  await see.getByRole("link").click();
  await expect(page).toHaveURL(/\/persons\/joffe\/$/);
});

test("i06_all_entries_are_in_the_page_and_initials_jump", async ({ page }) => {
  await page.setViewportSize({ width: 800, height: 400 });
  await open(page, "/organisations/");
  const says = await status(page).textContent();
  await expect(rows(page)).toHaveCount(Number(says!.match(/\d+/)![0]));
  await expect(page.locator(".register__group").first()).toHaveCSS("content-visibility", "auto");
  const asked: string[] = [];
  // The browser asks for the icon when it finds time, and the page for its settings.
  const byItself = (address: string) => ["/icon.svg", "/settings.js"].some((file) => address.endsWith(file));
  page.on("request", (request) => byItself(request.url()) || asked.push(request.url()));
  const last = page.locator(".jump-bar a").last();
  const initial = await last.textContent();
  await last.click();
  await expect(page.locator(".register__initial").last()).toHaveText(initial!);
  await expect(page.locator(".register__initial").last()).toBeInViewport();
  expect(asked).toEqual([]);
});

test("i07_a_table_with_sort_state_a_status_line_and_the_address", async ({ page }) => {
  await open(page, "/persons/");
  await expect(page.getByRole("table")).toHaveCount(1);
  await expect(header(page, "Name")).toHaveAttribute("aria-sort", "ascending");
  await header(page, "Mentioned").getByRole("button").press("Enter");
  await expect(header(page, "Mentioned")).toHaveAttribute("aria-sort", "descending");
  await expect(header(page, "Mentioned").getByRole("button")).toBeFocused();
  await expect(page.locator("[aria-sort]")).toHaveCount(1);
  await expect(page).toHaveURL(/\?sort=-mentioned$/);
  await page.getByRole("link", { name: /^Mentioned only/ }).click();
  await expect(page).toHaveURL(/\?role=mentioned&sort=-mentioned$/);
  await expect(status(page)).toHaveText(/^\d+ of \d+ entries$/);
  await page.getByRole("searchbox").pressSequentially("trot");
  await expect(page).toHaveURL(/\?q=trot&role=mentioned&sort=-mentioned$/);
  await expect(status(page)).toHaveText(/^1 of/);
  await page.reload();
  await page.locator("html[data-ready]").waitFor();
  await expect(page.getByRole("searchbox")).toHaveValue("trot");
  await expect(rows(page)).toHaveCount(1);
  // Back leaves the search as a whole, then the filter, then the order.
  await page.goBack();
  await expect(page).toHaveURL(/\?role=mentioned&sort=-mentioned$/);
  await expect(page.getByRole("searchbox")).toHaveValue("");
  await page.goBack();
  await expect(page).toHaveURL(/\?sort=-mentioned$/);
  await page.goBack();
  await expect(page).toHaveURL(/\/persons\/$/);
  await expect(header(page, "Name")).toHaveAttribute("aria-sort", "ascending");
});

test("i07_rows_are_readable_at_320_px_without_sideways_scrolling", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const address of ["/persons/", "/organisations/", "/works/", "/persons/joffe/", "/organisations/cc/"]) {
    await open(page, address);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(320);
  }
});

test("i07_targets_are_large_enough_for_a_pointer", async ({ page }) => {
  await open(page, "/persons/");
  for (const target of await page.locator(".sort-header, .facet__choice, .jump-bar a, .register__name a").all()) {
    const box = await target.boundingBox();
    expect(box!.height, await target.textContent() ?? "").toBeGreaterThanOrEqual(24);
    expect(box!.width).toBeGreaterThanOrEqual(24);
  }
});
