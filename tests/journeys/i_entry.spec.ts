// Rules I4 and I5: an entry of a register.
import { expect, test, type Page } from "@playwright/test";

async function open(page: Page, address: string) {
  await page.goto(address);
  await page.locator("html[data-ready]").waitFor();
}

const list = (page: Page, id: string) => page.locator(`section[aria-labelledby='${id}']`);

test("i04_every_mention_with_its_sentence_text_apart_from_notes", async ({ page }) => {
  await open(page, "/persons/trotsky/");
  await expect(page.locator("h1")).toContainText("Trotsky");
  await expect(list(page, "in-text").locator(".entry__place")).toHaveCount(1);
  await expect(list(page, "in-text").locator("mark")).toHaveText("Trotsky");
  await expect(list(page, "in-text").locator(".entry__sentence")).toHaveText(/^Ask anyone, Trotsky, for instance, .* on this!$/);
  await expect(list(page, "in-notes").locator(".entry__place")).toHaveCount(1);
  await expect(list(page, "in-notes").locator(".entry__place")).toContainText("note 85");
  await expect(list(page, "in-notes").locator("mark")).toHaveText("L. D. Trotsky");
  await expect(list(page, "in-text").locator(".entry__letter")).toContainText("17 March 1921");
  await expect(list(page, "in-text").locator(".entry__letter > p a")).toHaveText([/17 March 1921/, /Lenin/, /Joffe/]);
});

test("i04_a_click_lands_on_the_mention_and_lights_it_for_two_seconds", async ({ page }) => {
  await open(page, "/persons/trotsky/");
  for (const id of ["in-text", "in-notes"]) {
    await open(page, "/persons/trotsky/");
    const link = list(page, id).locator(".entry__sentence");
    const fragment = new URL((await link.getAttribute("href"))!, page.url()).hash.slice(1);
    await link.click();
    await expect(page).toHaveURL(new RegExp(`/letters/joffe-1921-03-17/#${fragment}$`));
    const words = page.locator(`[id='${fragment}']`);
    await expect(words).toBeInViewport();
    await expect(words).toHaveClass(/is-lit/);
    await expect(words).toContainText("Trotsky");
    await expect(words).not.toHaveClass(/is-lit/, { timeout: 4000 });
    await page.goBack();
    await expect(page).toHaveURL(/\/persons\/trotsky\/$/);
  }
});

test("i04_letters_sent_and_received_with_date_and_partner", async ({ page }) => {
  await open(page, "/persons/lenin/");
  await expect(list(page, "sent").locator(".entry__letter")).toHaveText(/^17 March 1921 to .*Joffe/);
  await open(page, "/persons/joffe/");
  await expect(list(page, "received").locator(".entry__letter")).toHaveText(/^17 March 1921 from .*Lenin/);
  await list(page, "received").getByRole("link", { name: /Lenin/ }).click();
  await expect(page).toHaveURL(/\/persons\/lenin\/$/);
});

test("i04_bukharin_occurs_once_in_note_85", async ({ page }) => {
  await open(page, "/persons/bukharin/");
  await expect(page.locator(".entry__place")).toHaveCount(1);
  await expect(list(page, "in-notes").locator(".entry__place")).toContainText("note 85");
  await expect(page.locator(".entry__about")).not.toBeEmpty();
});

test("i04_what_belongs_together_leads_both_ways", async ({ page }) => {
  await open(page, "/offices/");
  await page.locator(".register__name a").first().click();
  await expect(page).toHaveURL(/\/offices\/.+\/$/);
  const office = new URL(page.url()).pathname;
  const related = page.locator(".entry__facts a[href^='.']").first();
  const other = await related.evaluate((link: HTMLAnchorElement) => link.pathname);
  await related.click();
  await expect(page).toHaveURL(new RegExp(`${other}$`));
  await expect(page.locator(`.entry__facts a[href$='${office}']`)).toBeVisible();
});

test("i04_authority_files_are_links_and_nothing_is_fetched", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).host));
  await open(page, "/places/moscow/");
  await expect(page.locator(".entry__facts a[href^='https://www.wikidata.org/wiki/Q']")).toHaveCount(1);
  expect(new Set(asked)).toEqual(new Set([new URL(page.url()).host]));
});

test("i05_counts_equal_the_lists_and_the_years", async ({ page }) => {
  for (const register of ["persons", "places", "organisations", "works"]) {
    await open(page, `/${register}/`);
    const addresses = await page.locator(".register__row:not(.register__see) .register__name a").evaluateAll((links) =>
      links.map((link) => [link.getAttribute("href")!, link.closest("tr")!.querySelector(".register__count:nth-last-child(2)")!.textContent!]),
    );
    for (const [address, mentioned] of addresses) {
      await open(page, address);
      const places = await page.locator(".entry__place").count();
      const letters = await page.locator("section[aria-labelledby=sent] li, section[aria-labelledby=received] li").count();
      expect(places, address).toBe(Number(mentioned));
      const years = await page.locator(".year-strip__year").evaluateAll((bars) => bars.map((bar) => Number(bar.getAttribute("data-count"))));
      expect(years.reduce((sum, count) => sum + count, 0), address).toBe(places + letters);
      const headings = await page.locator(".entry__count").allTextContents();
      expect(headings.reduce((sum, count) => sum + Number(count), 0), address).toBe(places + letters);
    }
  }
});

test("i04_an_address_without_an_entry_says_so", async ({ page }) => {
  await open(page, "/persons/nobody-of-that-name/");
  await expect(page.locator("h1")).toHaveText("There is no page at this address.");
  await page.getByRole("link", { name: "Persons" }).click();
  await expect(page).toHaveURL(/\/persons\/$/);
});
